import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { byteAt, type Seen, type Step } from './script.ts'

interface Play {
  readonly steps: Step[]
  readonly seen: Seen[]
}

/**
 * A server with two origins that answers as the cases write it down, over the network and to pages of any origin, so that
 * every runtime meets the same answers: `PUT /scripts/NAME` takes the steps, `GET` tells what has been asked since.
 */
export async function startScriptedServer() {
  const plays = new Map<string, Play>()
  const servers = [false, true].map((isAway) =>
    createServer((request, response) => {
      response.on('error', () => undefined)
      serve(plays, isAway, origins, request, response).catch((error: unknown) => response.destroy(error as Error))
    }).listen(0, '127.0.0.1'),
  )
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const [home = '', away = ''] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const origins = { home, away }
  const stop = async () => {
    for (const server of servers) server.closeAllConnections()
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  }
  return { ...origins, stop }
}

type Origins = Readonly<Record<'home' | 'away', string>>

async function serve(plays: Map<string, Play>, isAway: boolean, origins: Origins, request: IncomingMessage, response: ServerResponse) {
  const url = request.url ?? ''
  response.shouldKeepAlive = false
  for (const [name, value] of Object.entries(anyOrigin(request))) response.setHeader(name, value)
  if (request.method === 'OPTIONS') return response.writeHead(204).end()
  const [, first = '', second = ''] = url.split('/')
  if (first === 'scripts' && request.method === 'PUT') {
    plays.set(second, { steps: (await json(request)) as Step[], seen: [] })
    return response.writeHead(204).end()
  }
  const play = plays.get(first === 'scripts' ? second : first)
  if (play === undefined) return response.writeHead(404).end()
  if (first === 'scripts') return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(play.seen))
  request.resume()
  note(play, isAway, request, response)
  const step = play.steps.length > 1 ? play.steps.shift() : play.steps[0]
  const places: Origins = { home: `${origins.home}/${first}`, away: `${origins.away}/${first}` }
  return perform(step ?? {}, places, response)
}

/** Whatever a page asks for is allowed, and nothing is hidden from it. */
const anyOrigin = ({ headers }: IncomingMessage) => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, DELETE, PUT',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
  'Access-Control-Expose-Headers': '*',
})

function note({ seen }: Play, isAway: boolean, { method = '', url = '', headers }: IncomingMessage, response: ServerResponse): void {
  const entry = {
    method,
    path: url.replace(/^\/[^/]+/, ''),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    isAway,
    atInMs: performance.now(),
    wasLeft: false,
  }
  seen.push(entry)
  response.on('close', () => {
    entry.wasLeft = !response.writableFinished
  })
}

async function perform(step: Step, places: Origins, response: ServerResponse): Promise<unknown> {
  if (step.cut === 'at once') return response.destroy()
  if (step.silent === 'at once') return
  const body = bodyOf(step)
  response.statusCode = step.status ?? 200
  response.shouldKeepAlive = step.isKept === true
  response.setHeader('Content-Type', step.json === undefined ? 'application/octet-stream' : 'application/json')
  response.setHeader('Content-Length', body.length)
  response.setHeader('Cache-Control', 'no-store') // a browser keeps 301 and 308 for good, and would skip a step
  for (const [name, value] of Object.entries(step.headers ?? {}))
    response.setHeader(
      name,
      value.replace(/\{(home|away)\}/, (_, place: keyof Origins) => places[place]),
    )
  if (step.cut === undefined && step.silent === undefined) return response.end(body)
  response.write(body.subarray(0, Math.ceil(body.length / 2)))
  if (step.silent !== undefined) return
  await wait(50) // so that the half arrives before the end of the connection takes it away
  return response.destroy()
}

function bodyOf({ json, text = '', bytes }: Step): Buffer {
  if (bytes !== undefined) return Buffer.from(Uint8Array.from({ length: bytes.length }, (_, at) => byteAt((bytes.from ?? 0) + at)))
  return Buffer.from(json === undefined ? text : JSON.stringify(json))
}
