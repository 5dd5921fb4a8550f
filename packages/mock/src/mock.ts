import { once } from 'node:events'
import { Agent, createServer, type Server } from 'node:http'
import { type Edition, editionDocument, toolView } from '@jobs-api/contract'
import { frontOf } from './front.ts'
import { startPrism } from './prism.ts'

export interface MockOptions {
  /** 0 for any free port. */
  port: number
  host: string
  edition: Edition
}

export interface Mock {
  /** Where the API is, `/api/v4` included. */
  readonly url: string
  /** Settles with the reason when the mock cannot go on. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Starts a mock of one edition; resolves when it answers, rejects with a sentence that says what stands in the way. */
export async function startMock({ port, host, edition }: MockOptions): Promise<Mock> {
  const view = toolView(await editionDocument(edition))
  const server = createServer()
  const actual = await listen(server, port, host)
  const agent = new Agent({ keepAlive: true })
  const prism = await startPrism(view).catch((error: unknown) => {
    server.close()
    throw error
  })
  server.on('request', frontOf(view, prism.port, agent))
  const stop = async () => {
    server.close()
    server.closeAllConnections()
    agent.destroy()
    await prism.stop()
  }
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/api/v4`, ended: prism.ended, stop }
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
