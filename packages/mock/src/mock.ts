import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type Edition, editionDocument } from '@jobs-api/contract'
import { frontOf } from './front.ts'
import { learn } from './knowledge.ts'

export interface MockOptions {
  /** 0 for any free port. */
  readonly port: number
  readonly host: string
  readonly edition: Edition
  /** How long each answer takes, in milliseconds; between the two if they differ. */
  readonly delay?: { readonly from: number; readonly to: number }
}

export interface Mock {
  /** Where the API is, `/api/v4` included. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts a mock of one edition; resolves when it answers, rejects with a sentence that says what stands in the way. */
export async function startMock({ port, host, edition, delay = { from: 0, to: 0 } }: MockOptions): Promise<Mock> {
  const knowledge = await learn(await editionDocument(edition))
  const pause = () => delay.from + Math.random() * (delay.to - delay.from)
  const server = createServer(frontOf({ knowledge: () => knowledge, delay: pause, report: console.error }))
  const actual = await listen(server, port, host)
  const stop = async () => {
    server.close()
    server.closeAllConnections()
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
