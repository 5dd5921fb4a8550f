import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** The origin of a server that listens, on all addresses of this machine, until the test that started it is over. */
export async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  server.listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  return `http://127.0.0.1:${port}`
}

/** What a server was sent, as text: a token is found in it wherever it stands. */
export const textOf = ({ method, url, rawHeaders }: IncomingMessage): string => [method, url, ...rawHeaders].join('\n')
