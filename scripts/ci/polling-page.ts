import { once } from 'node:events'
import { createServer } from 'node:http'

/** A page of somebody's UI: it shows the status of job 2 and its log with the SDK, and keeps what it has shown. */
const html = (api: string) => `<!doctype html><title>A job</title><output id="status"></output><pre role="log"></pre>
<script type="module">
  import { createJobsClient, followLog, linesOf, waitForJob } from '/client.js'
  const jobs = createJobsClient({ baseUrl: '${api}', token: 'demo-dana-personal' })
  window.seen = { statuses: [], sizes: [] }
  const log = document.querySelector('pre')
  const follow = async () => {
    for await (const line of linesOf(followLog(jobs, 1, 2, { intervalInMs: 50 }))) {
      log.textContent += line + '\\n'
      seen.sizes.push(log.textContent.length)
    }
  }
  const onChange = ({ status }) => {
    document.querySelector('output').textContent = status
    seen.statuses.push(status)
  }
  await Promise.all([waitForJob(jobs, 1, 2, { intervalInMs: 50, onChange }), follow()])
  window.done = true
</script>`

/** Serves the page and the SDK as it is published; `?universe=` names where it looks. */
export async function servePollingPage(sandbox: string, program: Uint8Array) {
  const { port } = new URL(sandbox)
  const page = createServer(({ url = '/' }, response) => {
    if (url === '/client.js') return void response.setHeader('Content-Type', 'text/javascript').end(program)
    const universe = new URL(url, 'http://page').searchParams.get('universe')
    const origin = universe === null ? sandbox : `http://${universe}.localhost:${port}`
    response.setHeader('Content-Type', 'text/html').end(html(`${origin}/api/v4`))
  })
  await once(page.listen(0, '127.0.0.1'), 'listening')
  const address = page.address()
  const stop = () => {
    page.closeAllConnections()
    page.close()
  }
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, stop }
}
