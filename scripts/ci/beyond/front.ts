import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** One address before several servers. */
export interface Front {
  readonly url: string
  stop(): Promise<void>
}

/** Hands each connection to the next server. What happens to one end happens to the other. */
export async function startFront(urls: () => readonly string[]): Promise<Front> {
  let turn = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const all = urls()
    const { hostname, port } = new URL(all[turn++ % all.length] ?? '')
    const other = connect(Number(port), hostname)
    for (const [one, end] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => end.destroy())
      one.on('close', () => sockets.delete(one) && end.destroy())
    }
    socket.pipe(other).pipe(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
