import { connect } from 'node:net'

// The load generator. Node's own HTTP client takes several times as long to read an answer as a bare server to send it, so
// it would measure itself; this one writes the same bytes again and again and reads no more than the length of an answer.

export interface Task {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Every request has an address of its own, so that nothing can know it from before. */
  readonly unique?: boolean
  /** With `unique`: each asks for the page at another cursor, before any of so many jobs. */
  readonly cursors?: number
  /** With `unique`: each asks for any of so many projects in place of the first. */
  readonly projects?: number
  /** Sends back the tag of the first answer, as whoever holds it already does: 304 is expected from then on. */
  readonly poll?: boolean
}

export interface Done {
  readonly requests: number
  readonly seconds: number
  /** Bytes of the last answer's body, and what it said first, for whoever wants to know what was measured. */
  readonly bytes: number
  readonly trouble: string | null
}

process.on('message', (task: Task) => void run(task).then((done) => process.send?.(done)))

/** Counted through all tasks of this process: an address that was unique once is so for good. */
let sent = 0

async function run({ url, connections, seconds, unique = false, cursors = 0, projects = 1, poll = false }: Task): Promise<Done> {
  const target = new URL(url)
  const begun = performance.now()
  const end = begun + seconds * 1000
  const each = await Promise.all(Array.from({ length: connections }, () => ask(target, end, { unique, cursors, projects, poll })))
  return {
    requests: each.reduce((sum, { requests }) => sum + requests, 0),
    seconds: (performance.now() - begun) / 1000,
    bytes: each[0]?.bytes ?? 0,
    trouble: each.find(({ trouble }) => trouble !== null)?.trouble ?? null,
  }
}

type Way = Required<Pick<Task, 'unique' | 'cursors' | 'projects' | 'poll'>>

const anyOf = (count: number) => 1 + Math.floor(Math.random() * count)

/** The first 20 have no page of 20 before them, in a project that has them all. */
function cursor(count: number): string {
  const id = JSON.stringify({ id: String(20 + anyOf(count - 20)) })
  return `&pagination=keyset&cursor=${Buffer.from(id).toString('base64url')}`
}

function requestFor({ host, pathname, search }: URL, { unique, cursors, projects }: Way, tag?: string): string {
  const query = unique ? `${search}${search === '' ? '?' : '&'}n=${++sent}${cursors > 0 ? cursor(cursors) : ''}` : search
  const path = projects > 1 ? pathname.replace('/projects/1/', `/projects/${anyOf(projects)}/`) : pathname
  const held = tag === undefined ? '' : `If-None-Match: ${tag}\r\n`
  return `GET ${path}${query} HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\n${held}\r\n`
}

function ask(target: URL, end: number, way: Way): Promise<Omit<Done, 'seconds'>> {
  let request = Buffer.from(requestFor(target, way))
  return new Promise((resolve) => {
    const socket = connect(Number(target.port), target.hostname)
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
      if (way.unique) request = Buffer.from(requestFor(target, way))
      socket.write(request)
    }
    socket.on('data', (chunk) => {
      if (left === undefined) {
        head += chunk.toString('latin1')
        const body = head.indexOf('\r\n\r\n') + 4
        if (body === 3) return
        const length = lengthIn(head.slice(0, body))
        if (length === undefined) return finish(head.slice(0, body))
        bytes = length
        left = bytes - (head.length - body)
        if (way.poll && requests === 0) request = Buffer.from(requestFor(target, way, /\r\netag: *(\S+)/i.exec(head)?.[1]))
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

/** How long the body is; undefined if the answer is none that was hoped for. */
function lengthIn(head: string): number | undefined {
  if (head.startsWith('HTTP/1.1 304 ')) return 0
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
  return head.startsWith('HTTP/1.1 200 ') && length !== undefined ? Number(length) : undefined
}
