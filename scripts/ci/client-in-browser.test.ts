import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { bundleClient } from '../pack/bundle-client.ts'
import { root } from '../pack/pack.ts'
import { visit } from './browser.ts'
import { startServer } from './server-process.ts'

// The client as it is published, in a page of another origin than the server's.

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${Object(server.address()).port}`
}

async function page(): Promise<string> {
  await bundleClient()
  const program = await readFile(`${root}/packages/client/dist/index.js`)
  return serve(({ url }, response) =>
    url === '/client.js'
      ? response.setHeader('Content-Type', 'text/javascript').end(program)
      : response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>'),
  )
}

test('a page lists, retries, waits, follows a log and downloads', { timeout: 120_000 }, async () => {
  const origin = await page()
  const server = await startServer('--runners', 'on', '--cors-origin', origin)
  onTestFinished(() => server.stop())
  const program = `(async () => {
    const { createJobsClient, downloadArtifacts, followLog, linesOf, waitForJob } = await import('/client.js')
    const jobs = createJobsClient({ baseUrl: '${server.url}/api/v4', token: 'demo-mia-personal' })
    let listed = 0
    for await (const job of jobs.listProjectJobs(1, { per_page: 5 })) listed++
    const retried = await jobs.retryJob(1, 11)
    const lines = []
    for await (const line of linesOf(followLog(jobs, 1, retried.id, { intervalInMs: 300 }))) lines.push(line)
    const done = await waitForJob(jobs, 1, retried.id)
    const report = await new Response(await downloadArtifacts(jobs, { project: 1, job: 8, path: 'report.txt' })).text()
    const { kind, reason, requestId } = await jobs.eraseJob(1, 26).catch((error) => error)
    return { listed, status: done.status, last: lines.at(-1), report, kind, reason, hasRequestId: requestId !== undefined }
  })()`
  const { value } = await visit(origin, program)
  expect(value).toEqual({
    listed: expect.toSatisfy((listed: number) => listed > 25),
    status: 'success',
    last: expect.stringContaining('Job succeeded'),
    report: '2 tests, 0 failures\n',
    kind: 'refused',
    reason: 'job_not_erasable',
    hasRequestId: true,
  })
})

test('a redirect to another origin brings the file, and takes no credential along', { timeout: 60_000 }, async () => {
  const origin = await page()
  const seen: string[] = []
  const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization,private-token,accept-encoding,range' }
  const store = await serve(({ headers }, response) => {
    seen.push(JSON.stringify(headers))
    response.writeHead(200, { ...cors, 'Content-Type': 'application/octet-stream' }).end('PK')
  })
  let asked = 0
  const gitlab = await serve(({ method }, response) => {
    if (method === 'OPTIONS') return void response.writeHead(204, cors).end()
    asked++
    response.writeHead(302, { ...cors, Location: `${store}/artifacts.zip?signature=s` }).end()
  })
  const program = `(async () => {
    const { createJobsClient } = await import('/client.js')
    const jobs = createJobsClient({ baseUrl: '${gitlab}/api/v4', token: 'a-secret' })
    return new Response(await jobs.downloadJobArtifacts(1, 8)).text()
  })()`
  expect((await visit(origin, program)).value).toBe('PK')
  expect(asked).toBe(2)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.join()).not.toContain('a-secret')
})
