import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

// Many clients at once, each with a connection that it keeps, asking for something else every time. Like `load.ts`, it reads no more of
// an answer than its head and its length: a real client would take more time than the server.

export interface Crowd {
  readonly url: string
  readonly clients: number
  readonly seconds: number
}

export interface Served {
  readonly requests: number
  /** Answers by status; a connection that breaks counts as 0. */
  readonly statuses: Readonly<Record<string, number>>
  /** Milliseconds until the answer was complete. */
  readonly p50: number
  readonly p99: number
}

process.on('message', (crowd: Crowd) => void run(crowd).then((served) => process.send?.(served)))

/** Milliseconds that a client does nothing, on average, before it asks again; those who never rest would only measure the queue before the server. */
const idle = 1000

const statuses: Record<string, number> = {}
const took: number[] = []
const tags = new Map<string, string>()

async function run({ url, clients, seconds }: Crowd): Promise<Served> {
  const end = performance.now() + seconds * 1000
  await Promise.all(Array.from({ length: clients }, (_, number) => client(new URL(url), number, end)))
  const sorted = took.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
  return { requests: took.length, statuses, p50: at(0.5), p99: at(0.99) }
}

async function client({ port, hostname, host }: URL, number: number, end: number): Promise<void> {
  const chance = seeded(number + 1)
  const socket = connect(Number(port), hostname)
  try {
    while (performance.now() < end) {
      await pause(chance() * 2 * idle)
      const { method, path, header = '' } = errand(chance)
      const begun = performance.now()
      const answered = answer(socket)
      socket.write(
        `${method} /api/v4/projects/1/jobs${path} HTTP/1.1\r\nHost: ${host}\r\nPRIVATE-TOKEN: bench-writer\r\nContent-Length: 0\r\n${header}\r\n`,
      )
      const { status, tag } = await answered
      took.push(performance.now() - begun)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (tag !== undefined && method === 'GET') tags.set(path, tag)
    }
  } catch {
    statuses[0] = (statuses[0] ?? 0) + 1
  }
  socket.destroy()
}

interface Errand {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** With its line end. */
  readonly header?: string
}

/** Mostly lists and polls of them, some jobs and logs, a few downloads and changes. */
function errand(chance: () => number): Errand {
  const kind = chance()
  const any = Math.floor(chance() * 499) + 1
  const list = `?page=${Math.floor(chance() * 10) + 1}`
  if (kind < 0.35) return { method: 'GET', path: list }
  if (kind < 0.7) return { method: 'GET', path: list, header: `If-None-Match: ${tags.get(list) ?? '"none"'}\r\n` }
  if (kind < 0.8) return { method: 'GET', path: `/${any}` }
  if (kind < 0.9) return { method: 'GET', path: '/500/trace', header: `Range: bytes=${Math.floor(chance() * 60_000)}-\r\n` }
  if (kind < 0.94) return { method: 'GET', path: '/500/artifacts/report.txt' }
  if (kind < 0.95) return { method: 'GET', path: '/500/artifacts' }
  return { method: 'POST', path: `/${any}/${kind < 0.98 ? 'retry' : 'cancel'}` }
}

/** Mulberry32: the same errands in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}

function answer(socket: Socket): Promise<{ status: string; tag: string | undefined }> {
  return new Promise((resolve, reject) => {
    let head = ''
    let left: number | undefined
    const take = (chunk: Buffer) => {
      if (left === undefined) {
        head += chunk.toString('latin1')
        const body = head.indexOf('\r\n\r\n') + 4
        if (body === 3) return
        const length = /^HTTP\/1.1 (?:304|204) /.test(head) ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1])
        left = length - (head.length - body)
      } else left -= chunk.length
      if (left > 0) return
      leave()
      resolve({ status: head.slice(9, 12), tag: /\r\netag: *(\S+)/i.exec(head)?.[1] })
    }
    const fail = () => {
      leave()
      reject(new Error('the connection broke'))
    }
    const leave = () => void socket.off('data', take).off('error', fail).off('close', fail)
    socket.on('data', take).once('error', fail).once('close', fail)
  })
}
