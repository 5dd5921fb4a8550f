import { Agent, createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type OperationId, operations } from '@jobs-api/contract'
import type { Answered, Asked, Behaviour } from './mutant.ts'

const base = '/api/v4'

/** A proxy whose behaviour can be exchanged. Everything else is passed on as it is. */
export class FaultyProxy {
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true })
  readonly #upstream: URL
  behave: Behaviour = (asked, forward) => forward(asked)

  constructor(upstream: string) {
    this.#upstream = new URL(upstream)
    this.#server = createServer((request, response) => {
      this.#answer(request).then(
        ({ status, headers, body }) => response.writeHead(status, { ...headers }).end(request.method === 'HEAD' ? undefined : body),
        // Not an answer at all: a mutant that breaks is a mistake of the table, and must not look like a catch.
        (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
      )
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
  }

  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen')
    return `http://127.0.0.1:${address.port}${base}`
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  async #answer(request: IncomingMessage): Promise<Answered> {
    const url = new URL((request.url ?? '/').replace(base, ''), 'http://proxy')
    const method = request.method ?? 'GET'
    const asked = { operation: operationOf(method, url.pathname), method, url, headers: plain(request), body: await buffer(request) }
    return this.behave(asked, (each) => this.#forward(each))
  }

  #forward({ method, url, headers, body }: Asked): Promise<Answered> {
    const { hostname, port } = this.#upstream
    const target = { hostname, port, method, path: base + url.pathname + url.search, agent: this.#agent }
    const length = body.length === 0 ? {} : { 'content-length': String(body.length) }
    return new Promise((done, fail) => {
      const outgoing = httpRequest({ ...target, headers: { ...headers, ...length } }, (answer) => {
        buffer(answer).then((bytes) => done({ status: answer.statusCode ?? 0, headers: plain(answer), body: bytes }), fail)
      })
      outgoing.on('error', fail).end(body)
    })
  }
}

/** Headers that belong to a connection are none of an exchange. */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length'])

function plain({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !hopByHop.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]))
}

const patterns = Object.entries(operations)
  .map(([id, { method, path, multiSegment }]) => ({ id: id as OperationId, method: method.toUpperCase(), path, multiSegment }))
  // What is written out comes before what may be anything.
  .sort((one, other) => other.path.replaceAll(/\{[^}]+\}/g, '').length - one.path.replaceAll(/\{[^}]+\}/g, '').length)
  .map(({ id, method, path, multiSegment }) => ({
    id,
    method,
    pattern: new RegExp(
      `^${path.replaceAll(/\{([^}]+)\}/g, (_, name) => ((multiSegment as readonly string[]).includes(name) ? '.+' : '[^/]+'))}$`,
    ),
  }))

function operationOf(method: string, path: string): OperationId | undefined {
  const asked = method === 'HEAD' ? 'GET' : method
  return patterns.find((known) => known.method === asked && known.pattern.test(path))?.id
}
