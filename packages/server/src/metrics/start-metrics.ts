import { createServer } from 'node:http'
import { listen } from '../listen.ts'
import { SettingError } from '../settings.ts'
import type { Metrics } from './metrics.ts'

type Counted = Metrics & { readonly url: string; stop(): void }

/**
 * Counts, and tells what was counted on a port of its own: whoever may collect metrics need not be let in to the API, nor the other way
 * round. A port that cannot be had is a `SettingError`.
 */
export async function startMetrics(host: string, port: number): Promise<Counted> {
  const metrics = await load()
  const server = createServer(async ({ method = '', url }, response) => {
    if (url !== '/metrics' || !['GET', 'HEAD'].includes(method)) return void response.writeHead(404).end()
    const { type, text } = await metrics.text()
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text)
  })
  const url = await listen(server, { host, port }, '--metrics-port')
  return { ...metrics, url: `${url}/metrics`, stop: () => void server.close().closeAllConnections() }
}

/** Loaded, and installed, only by those who want it. */
async function load(): Promise<Metrics> {
  try {
    const { countRequests } = await import('./metrics.ts')
    return countRequests()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new SettingError('For metrics, install their library beside the server: npm install prom-client')
    throw error
  }
}
