import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Certificate } from './certificate.ts'

/** Speaks HTTP and HTTPS at one port, so that two origins can differ in their scheme and in nothing else. Gives back the port. */
export async function listenTwice(certificate: Certificate, handle: RequestListener) {
  const [plain, secure] = [createHttpServer(handle), createHttpsServer(certificate, handle)]
  const sockets = new Set<Socket>()
  const front = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    socket.once('data', (first) => {
      socket.pause()
      socket.unshift(first)
      const beginsHandshake = first[0] === 0x16 // RFC 8446, section 5.1
      const server = beginsHandshake ? secure : plain
      server.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  }).listen(0)
  await once(front, 'listening')
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => front.close(done))
  }
  return { port: (front.address() as AddressInfo).port, stop }
}
