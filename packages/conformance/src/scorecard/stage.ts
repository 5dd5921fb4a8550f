import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { isRecord } from './protocol.ts'

/** A request as it came. */
export interface Heard {
  readonly method: string
  /** Path and query, as they were sent. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Milliseconds of `performance.now()`. */
  readonly at: number
  /** All of it as one text, in which a secret is found wherever it stands. */
  readonly text: string
}

export type Handle = (heard: Heard, response: ServerResponse) => void

/** A server that plays a part: where it is, and what it has heard so far. */
export interface Player {
  readonly origin: string
  readonly heard: readonly Heard[]
}

/** How often it was asked, in words. */
export const requestsTo = ({ heard }: Player): string => (heard.length === 1 ? 'one request' : `${heard.length} requests`)

/** The servers of one row; they play as long as the row is tried. */
export class Stage {
  readonly #servers: Server[] = []

  async play(handle: Handle): Promise<Player> {
    const heard: Heard[] = []
    const server = createServer((request, response) => {
      void hear(request).then(
        (one) => {
          heard.push(one)
          handle(one, response)
        },
        () => response.destroy(), // the client broke off
      )
    })
    this.#servers.push(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return { origin: `http://127.0.0.1:${portOf(server)}`, heard }
  }

  close(): void {
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (!isRecord(address)) throw new Error('the server does not listen on a port')
  return Number(address['port'])
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const at = performance.now()
  const { method = '', url = '', headers, rawHeaders } = request
  const body = (await buffer(request)).toString()
  return { method, url, headers, body, at, text: [method, url, ...rawHeaders, body].join('\n') }
}

/** Answers with a value as JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value))
}

/** Answers with a text of some type. */
export function sendText(response: ServerResponse, text: string, type: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': type }).end(text)
}

/** Answers with bytes, as archives and files are answered. */
export function sendBytes(response: ServerResponse, bytes: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): void {
  const length = Buffer.byteLength(bytes)
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': length, ...headers }).end(bytes)
}

/** Breaks the connection without an answer, or in the middle of one. */
export function cut(response: ServerResponse): void {
  response.socket?.destroy()
}
