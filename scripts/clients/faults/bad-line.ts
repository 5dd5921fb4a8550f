import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { draws, seedOf } from './draws.ts'

/** Before the server: it never hears of the request. */
const before = ['cut before', '429', '502 before', '503 before'] as const
/** After it has handled the request, which the client cannot know. */
const after = ['cut after', '502 after', '503 after', 'cut midway', 'truncated'] as const
/** Rare, since they take time: the answer never comes; or the request gets to the server when the client has given it up. */
const late = ['slow', 'late'] as const
export const faults = [...before, ...after, ...late]
export type Fault = (typeof faults)[number]

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/**
 * A proxy in front of a server: every second request meets a fault, drawn from the seed, the address, and how often that was
 * asked for, so that a call meets the same faults in each run, whatever goes on beside it.
 */
export async function startBadLine(target: string, seed: number, patienceInMs: number) {
  const agent = new Agent({ keepAlive: true })
  const struck = new Map<Fault, number>()
  const under = new Set<Promise<unknown>>()
  const handled = new Map<string, number>()
  const moods = new Map<string, () => number>()

  const forward = async (incoming: IncomingMessage, body: Buffer): Promise<Answer> => {
    const { method = '', url = '' } = incoming
    const outgoing = request(new URL(url, target), { agent, method, headers: incoming.headers })
    outgoing.end(body)
    const [answer]: IncomingMessage[] = await once(outgoing, 'response')
    if (answer === undefined) throw new Error('no answer')
    const status = answer.statusCode ?? 0
    const name = `${method} ${url}`
    if (status !== 409) handled.set(name, (handled.get(name) ?? 0) + 1) // a lost race changes nothing (decision 0032)
    return { status, headers: answer.headers, body: await buffer(answer) }
  }

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    const name = `${incoming.method} ${incoming.url}`
    const draw = moods.get(name) ?? draws(seedOf(seed, name))
    moods.set(name, draw)
    const fault = faultOf(draw)
    if (fault !== undefined) struck.set(fault, (struck.get(fault) ?? 0) + 1)
    const body = await buffer(incoming)
    if (fault === 'late') await wait(patienceInMs * 1.5)
    const answer = isBefore(fault) ? undefined : await forward(incoming, body)
    await spoil(fault, answer, response)
  }

  const server = createServer((incoming, response) => {
    response.on('error', () => undefined)
    const work = serve(incoming, response).catch(() => response.destroy())
    under.add(work)
    void work.finally(() => under.delete(work))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often each fault was met. */
    struck,
    count: () => [...struck.values()].reduce((sum, times) => sum + times, 0),
    /** How often the server handled each request, by method and address. */
    handled,
    /** Waits until the server has heard of everything that it will hear of. */
    settled: async () => {
      while (under.size > 0) await Promise.all(under)
    },
    stop: async () => {
      server.closeAllConnections()
      agent.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

const isBefore = (fault: Fault | undefined) => before.some((each) => each === fault)

function faultOf(draw: () => number): Fault | undefined {
  const [strikes, isLate, which] = [draw(), draw(), draw()]
  if (strikes >= 0.5) return undefined
  const kinds: readonly Fault[] = isLate < 0.02 ? late : [...before, ...after]
  return kinds[Math.floor(which * kinds.length)]
}

/** What becomes of the answer; without one the request never got through. */
async function spoil(fault: Fault | undefined, answer: Answer | undefined, response: ServerResponse): Promise<unknown> {
  const page = (status: number) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('<html><title>Sorry</title>')
  if (fault === 'slow' || fault === 'late') return response.closed || once(response, 'close')
  if (fault === '429') return response.writeHead(429, { 'Retry-After': '0' }).end('{"message":"slow down"}')
  if (fault === '502 before' || fault === '502 after') return page(502)
  if (fault === '503 before' || fault === '503 after') return response.setHeader('Retry-After', '0') && page(503)
  if (answer === undefined || fault === 'cut after') return response.destroy()
  const { status, headers, body } = answer
  const half = body.subarray(0, Math.floor(body.length / 2))
  const isJson = headers['content-type']?.includes('json') === true
  if (fault === undefined) return response.writeHead(status, headers).end(body)
  // A shorter text that says it is whole cannot be told from a shorter text.
  if (fault === 'truncated' && isJson) return response.writeHead(status, { ...headers, 'content-length': half.length }).end(half)
  response.writeHead(status, { ...headers, 'content-length': Math.max(body.length, 1) }).write(half)
  await wait(5) // so that the half arrives before the end of the connection takes it away
  return response.destroy()
}
