import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Edition } from '@jobs-api/contract'
import { frontOf } from './front.ts'
import { LivingDocument, type Narrator } from './living-document.ts'
import type { Delay } from './options.ts'
import { contractSource, type DocumentSource } from './source.ts'

export interface MockOptions {
  /** 0, or left out, for any free port. */
  readonly port?: number
  /** Left out, only this machine reaches it: 127.0.0.1. */
  readonly host?: string
  /** The contract of which GitLab; `current` if it is left out. */
  readonly edition?: Edition
  /** Another document than the contract; then there is no edition. */
  readonly source?: DocumentSource
  /** How long each answer takes, in milliseconds. */
  readonly delay?: Delay
  /** Told when a document in files changes, and when it is broken; the console, if it is left out. */
  readonly narrator?: Narrator
}

export interface Mock {
  /** Where the API is, `/api/v4` included. */
  readonly url: string
  stop(): Promise<void>
}

const console: Narrator = {
  say: (sentence) => globalThis.console.log(sentence),
  complain: (sentence) => globalThis.console.error(sentence),
}

/** Starts a mock; resolves when it answers, rejects with a sentence that says what stands in the way. */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', edition = 'current', source = contractSource(edition), narrator = console } = options
  const { from, to } = options.delay ?? { from: 0, to: 0 }
  const document = await LivingDocument.open(source, narrator)
  const server = createServer(frontOf({ document, name: source.name, delay: () => from + Math.random() * (to - from), narrator }))
  const actual = await listen(server, port, host).catch(async (error: unknown) => {
    await document.close()
    throw error
  })
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await document.close()
  }
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/api/v4`, stop }
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    throw new Error(obstacle(error, host, port))
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

function obstacle(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} of ${host} is taken; choose another with --port`
  if (code === 'EACCES') return `port ${port} needs rights that this process does not have; choose one above 1023 with --port`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine; choose another with --host`
  return error instanceof Error ? error.message : String(error)
}
