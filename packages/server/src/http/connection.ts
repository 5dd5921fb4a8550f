import type { Server, ServerOptions, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How patient the server is with whoever speaks slowly, in milliseconds. Answers may take as long as they like. */
export const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
} as const satisfies ServerOptions

const refusals: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

/** The answer that a connection was given last, on the connection itself. */
const latest = Symbol('latest answer')
type Answering = Socket & { [latest]?: ServerResponse }

const isBegun = (answer: ServerResponse | undefined) => answer?.headersSent === true && !answer.writableFinished

/** Answers what is not even HTTP, or comes too slowly: nothing above ever sees such a request. */
export function answerBrokenRequests(server: Server): void {
  server.on('request', ({ socket }: { socket: Answering }, response) => {
    socket[latest] = response
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Answering) => {
    // In the middle of an answer, another one would be taken for its body.
    if (!socket.writable || isBegun(socket[latest])) return void socket.destroy()
    const status = refusals[error.code ?? ''] ?? '400 Bad Request'
    const body = JSON.stringify({ error: status })
    const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
    socket.end(head + body)
  })
}

/** Takes no new connections, lets answers under way come to their end, and cuts off what is still there when patience ends. */
export async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.prependListener('request', (_, response) => void response.setHeader('Connection', 'close'))
  // A connection whose answer began before was promised to stay open; it goes as soon as it has nothing to do.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const impatient = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(impatient)
}
