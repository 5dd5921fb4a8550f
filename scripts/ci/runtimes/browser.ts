import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Surroundings } from '../../clients/suite/case.ts'
import type { Outcome } from '../../clients/suite/suite.ts'
import { visit } from '../browser.ts'
import type { RunSuite } from './programs.ts'

const worker = `
import { runSuite } from '/suite.js'
import * as client from '/node_modules/@jobs-api/client/dist/index.js'
onmessage = async ({ data }) => postMessage(await runSuite(client, data))
`

/** Serves the folder to a page that has nothing on it; the server of the API is another origin. */
async function servePage(place: string) {
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/') return void response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>')
    const text = url === '/worker.js' ? worker : await readFile(join(place, url)).catch(() => undefined)
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'text/javascript' }).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

/** Runs the suite by an expression that is evaluated in a page, where `surroundings` is known. */
function inAPage(expression: string): RunSuite {
  return async (place, addresses) => {
    const page = await servePage(place)
    const surroundings: Surroundings = { ...addresses, platform: 'browser' }
    try {
      const { value } = await visit(page.origin, `(async (surroundings) => ${expression})(${JSON.stringify(surroundings)})`)
      if (!Array.isArray(value)) throw new Error(`the page said ${JSON.stringify(value)}`)
      return value as readonly Outcome[]
    } finally {
      page.stop()
    }
  }
}

export const browser: Readonly<Record<string, RunSuite>> = {
  'Chromium, a page': inAPage(
    "(await import('/suite.js')).runSuite(await import('/node_modules/@jobs-api/client/dist/index.js'), surroundings)",
  ),
  'Chromium, a worker': inAPage(`new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(surroundings)
  })`),
}
