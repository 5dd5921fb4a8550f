import { createServer } from 'node:http'
import { document } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { buildReference } from '../generate/reference.ts'
import { visit } from './browser.ts'
import { startServer } from './server-process.ts'

/** Which operations the page does not show, and what comes of it when a reader tries one as it stands there. */
const read = (summaries: readonly string[]) => `(async () => {
  const until = async (found) => {
    for (let tries = 0; tries < 300 && !found(); tries++) await new Promise((done) => setTimeout(done, 100))
    return found()
  }
  await until(() => document.querySelector('.opblock'))
  const shown = [...document.querySelectorAll('.opblock-summary-description')].map((each) => each.textContent)
  const operation = document.querySelector('#operations-Jobs-listProjectJobs')
  operation.querySelector('.opblock-summary-control').click()
  ;(await until(() => operation.querySelector('.try-out__btn'))).click()
  ;(await until(() => operation.querySelector('.execute'))).click()
  const status = await until(() => operation.querySelector('.live-responses-table tbody .response-col_status'))
  return { missing: ${JSON.stringify(summaries)}.filter((summary) => !shown.includes(summary)), status: status?.innerText.trim() }
})()`

test('the reference page shows every operation, tries one, and asks nobody but its server', { timeout: 300_000 }, async () => {
  await buildReference()
  const server = await startServer()
  try {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item).map(Object))
    const summaries = operations.map(({ summary }) => String(summary))
    expect(summaries.length).toBeGreaterThan(10)
    const { value, addresses } = await visit(`${server.url}/docs`, read(summaries))
    expect(value).toEqual({ missing: [], status: '200' })
    expect(addresses).toContain(`${server.url}/docs`)
    expect(addresses.filter((address) => address.includes('/api/v4/projects/1/jobs'))).not.toEqual([])
    expect(addresses.filter((address) => !address.startsWith('blob:') && new URL(address).origin !== server.url)).toEqual([])
  } finally {
    await server.stop()
  }
})

const talkative = `<!doctype html>
<link rel="preconnect" href="https://connected.invalid">
<link rel="stylesheet" href="https://fonts.invalid/style.css">
<img src="https://pictures.invalid/logo.svg">
<script>fetch('https://reports.invalid/')</script>`

test('a page that asks others is found out', async () => {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(talkative))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const { port } = Object(server.address())
    const { addresses } = await visit(`http://127.0.0.1:${port}/`, '1')
    const text = addresses.join(' ')
    for (const host of ['fonts', 'pictures', 'reports']) expect(text).toContain(`https://${host}.invalid/`)
    expect(addresses.filter((address) => new URL(address).host !== `127.0.0.1:${port}`).length).toBeGreaterThan(3) // the connection, too
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})
