import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What a line does to whoever uses it. */
export type Weather =
  | 'good'
  /** Nobody is let in. */
  | 'refusing'
  /** Whoever comes in hears nothing. */
  | 'silent'
  /** Asked to come back later, as object stores do. */
  | { readonly answer: string }
  /** Cut after so many bytes of each answer. */
  | { readonly cutAfter: number }
  /** Good for so many pieces of requests, and then silent. */
  | { silentAfter: number }
  /** Every bit of an answer comes so many milliseconds late. */
  | { readonly late: number }

/** A line to another address, on which something may go wrong. */
export interface Line {
  readonly url: string
  /** From now on, also for connections that are there already. */
  weather: Weather
  /** All that was sent over it to the other end. */
  readonly sent: () => string
  stop(): Promise<void>
}

export async function startLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  const sent: Buffer[] = []
  const state: { weather: Weather } = { weather: 'good' }
  const server = createServer((socket) => {
    if (state.weather === 'refusing') return void socket.destroy()
    const other = connect(Number(port), hostname)
    for (const one of [socket, other]) {
      sockets.add(one)
      one.on('error', () => one.destroy()).on('close', () => sockets.delete(one))
    }
    let received = 0
    let answered = Promise.resolve()
    socket.on('close', () => other.destroy())
    other.on('close', () => answered.then(() => socket.end()))
    socket.on('data', (bytes: Buffer) => {
      received = 0 // what comes now is another answer
      const { weather } = state
      if (weather === 'refusing') return void socket.destroy()
      if (weather === 'silent') return
      if (typeof weather === 'object' && 'silentAfter' in weather && weather.silentAfter-- <= 0) return
      if (typeof weather === 'object' && 'answer' in weather) return void socket.end(weather.answer)
      sent.push(bytes)
      other.write(bytes)
    })
    const pass = async (bytes: Buffer) => {
      const { weather } = state
      received += bytes.length
      if (typeof weather === 'object' && 'late' in weather) await pause(weather.late)
      if (typeof weather !== 'object' || !('cutAfter' in weather) || received <= weather.cutAfter) return void socket.write(bytes)
      socket.end(bytes.subarray(0, Math.max(0, bytes.length - (received - weather.cutAfter))))
    }
    other.on('data', (bytes: Buffer) => {
      answered = answered.then(() => pass(bytes))
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return Object.assign(state, {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    sent: () => Buffer.concat(sent).toString('latin1'),
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  })
}
