import { createServer } from 'node:http'
import { document } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { buildReference } from '../generate/reference.ts'
import { visit } from './browser.ts'
import { startServer } from './server-process.ts'

/** Opens each operation as a reader does, by its link, since only what is in view is drawn; gives back those that do not come. */
const missing = (summaries: Readonly<Record<string, string>>) => `(async () => {
  const missing = []
  for (const [id, summary] of Object.entries(${JSON.stringify(summaries)})) {
    const shown = () => [...document.querySelectorAll('h1, h2, h3')].some((heading) => heading.innerText === summary)
    for (let tries = 0; tries < 100 && !shown(); tries++) {
      const link = document.querySelector('a[href$="/' + id.toLowerCase() + '"]')
      if (link !== null) location.hash = link.getAttribute('href')
      await new Promise((done) => setTimeout(done, 100))
    }
    if (!shown()) missing.push(summary)
  }
  return missing
})()`

test('the reference page shows every operation and asks nobody but its server', { timeout: 300_000 }, async () => {
  await buildReference()
  const server = await startServer()
  try {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item).map(Object))
    const summaries = Object.fromEntries(operations.map(({ operationId, summary }) => [operationId, summary]))
    expect(Object.keys(summaries).length).toBeGreaterThan(10)
    const { value, addresses } = await visit(`${server.url}/docs`, missing(summaries))
    expect(value).toEqual([])
    expect(addresses).toContain(`${server.url}/docs`)
    expect(addresses.filter((address) => new URL(address).origin !== server.url)).toEqual([])
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
