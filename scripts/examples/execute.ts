import { type AskedId, asked, type Example, type ExampleRequest } from './example.ts'
import { contended, ExampleServer, type FreshWorld, freshWorld } from './fresh-server.ts'
import { type RawAnswer, sendRequest } from './request.ts'

/** Executes examples, each as if it were alone: what may change the world gets one of its own. */
export class Stage {
  #server: Promise<ExampleServer> | undefined
  #unchanged: Promise<FreshWorld> | undefined

  async execute({ operationId, request }: Pick<Example, 'operationId' | 'request'>): Promise<RawAnswer> {
    const { rate_limit, downloads } = request.settings ?? {}
    if (rate_limit === undefined && downloads === undefined) return this.#on(await this.#usual(), operationId, request)
    const server = await ExampleServer.start({ ...(rate_limit !== undefined && { rate_limit }), ...(downloads && { downloads }) })
    return this.#on(server, operationId, request).finally(() => server.stop())
  }

  async close(): Promise<void> {
    await (await this.#server)?.stop()
    await (await this.#unchanged)?.remove()
  }

  async #on(server: ExampleServer, operationId: AskedId, request: ExampleRequest): Promise<RawAnswer> {
    const { store, stopping } = request.settings ?? {}
    const trouble = stopping ? 'stopping' : store
    if (trouble !== undefined && trouble !== 'contended') {
      server.enter(trouble)
      return sendRequest(server.port, operationId, request)
    }
    if (asked[operationId].method === 'get' && request.before === undefined) {
      this.#unchanged ??= freshWorld()
      server.enter(await this.#unchanged)
      return sendRequest(server.port, operationId, request)
    }
    const world = await freshWorld()
    server.enter(store === 'contended' ? contended(world) : world)
    for (const earlier of request.before ?? []) await sendRequest(server.port, earlier.operation, earlier)
    return sendRequest(server.port, operationId, request).finally(() => world.remove())
  }

  #usual(): Promise<ExampleServer> {
    this.#server ??= ExampleServer.start()
    return this.#server
  }
}

/** The body of an answer in the form in which the contract writes it down. */
export function bodyAsWritten(example: Example, { body }: RawAnswer): unknown {
  if (example.mediaType === undefined) return body.length === 0 ? undefined : body.toString()
  if (example.isBase64) return body.toString('base64')
  return example.mediaType === 'application/json' ? JSON.parse(body.toString()) : body.toString()
}
