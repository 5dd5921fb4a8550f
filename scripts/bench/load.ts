import { connect } from 'node:net'

// The load generator. Node's own HTTP client takes several times as long to read an answer as a bare server to send it, so
// it would measure itself; this one writes the same bytes again and again and reads no more than the length of an answer.

export interface Task {
  readonly url: string
  readonly connections: number
  readonly seconds: number
}

export interface Done {
  readonly requests: number
  readonly seconds: number
  /** Bytes of the last answer's body, and what it said first, for whoever wants to know what was measured. */
  readonly bytes: number
  readonly trouble: string | null
}

process.on('message', (task: Task) => void run(task).then((done) => process.send?.(done)))

async function run({ url, connections, seconds }: Task): Promise<Done> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  const each = await Promise.all(Array.from({ length: connections }, () => ask(new URL(url), end)))
  return {
    requests: each.reduce((sum, { requests }) => sum + requests, 0),
    seconds: (performance.now() - begun) / 1000,
    bytes: each[0]?.bytes ?? 0,
    trouble: each.find(({ trouble }) => trouble !== null)?.trouble ?? null,
  }
}

/** One connection: the next request is sent when the answer to the last is complete, until the time is over. */
function ask({ hostname, port, pathname, search }: URL, end: number): Promise<Omit<Done, 'seconds'>> {
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: */*\r\n\r\n`)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let requests = 0
    let bytes = 0
    let head = ''
    let left: number | undefined
    const finish = (trouble: string | null) => {
      // Not at once: a server may learn a little later than its client that an answer is complete.
      setTimeout(() => socket.destroy(), 100)
      resolve({ requests, bytes, trouble })
    }
    const next = () => {
      head = ''
      left = undefined
      socket.write(request)
    }
    socket.on('data', (chunk) => {
      if (left === undefined) {
        head += chunk.toString('latin1')
        const body = head.indexOf('\r\n\r\n') + 4
        if (body === 3) return
        const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, body)) ?? []
        if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) return finish(head.slice(0, body))
        bytes = Number(length)
        left = bytes - (head.length - body)
      } else left -= chunk.length
      if (left > 0) return
      requests++
      if (performance.now() < end) next()
      else finish(null)
    })
    socket.on('error', ({ message }) => finish(message))
    socket.on('connect', next)
  })
}
