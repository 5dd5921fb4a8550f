import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './answer.ts'
import { readBody } from './body.ts'
import { allow, type CrossOrigin, crossOriginOf } from './cross-origin.ts'
import type { Knowledge } from './knowledge.ts'
import { questionOf } from './question.ts'
import { type Reply, requestIdOf } from './reply.ts'

export interface FrontOptions {
  /** What the mock knows at this moment; a document that was edited changes it between two requests. */
  readonly knowledge: () => Knowledge
  /** How long to wait before the next answer, in milliseconds. */
  readonly delay: () => number
  /** Told what should not have happened; the client gets the contract's 500. */
  readonly report: (error: unknown) => void
}

/** What stands between a client and Prism. Whatever comes, it is answered. */
export function frontOf({ knowledge, delay, report }: FrontOptions): RequestListener {
  const policies = new WeakMap<Knowledge, CrossOrigin>()
  return async (request, response) => {
    const known = knowledge()
    const policy = policies.get(known) ?? crossOriginOf(known)
    policies.set(known, policy)
    if (allow(policy, request, response)) return
    const reply = await replyTo(known, request, response).catch((error: unknown) => {
      report(error)
      return accident
    })
    const pause = delay()
    if (pause > 0) await sleep(pause)
    transmit(reply, request, response)
  }
}

function replyTo(knowledge: Knowledge, request: IncomingMessage, response: ServerResponse): Promise<Reply> {
  const question = questionOf(request)
  response.setHeader('X-Request-Id', requestIdOf(question))
  return answer(knowledge, { question, body: (types) => readBody(request, types), address: addressOf(request) })
}

const accident: Reply = {
  status: 500,
  headers: { 'Content-Type': 'application/json' },
  body: Buffer.from('{"message":"500 Internal Server Error"}'),
}

/** As the client wrote it; anything but a plain host would get into links. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const isPlain = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(headers.host ?? '')
  const origin = `http://${isPlain ? headers.host : `127.0.0.1:${socket.localPort}`}`
  return URL.canParse(origin) ? origin : `http://127.0.0.1:${socket.localPort}`
}

function transmit({ status, headers, body }: Reply, request: IncomingMessage, response: ServerResponse): void {
  request.resume() // whatever nobody has read, so that the connection can be used again
  const length = body === undefined ? {} : { 'Content-Length': String(body.length) }
  response.writeHead(status, { ...headers, ...length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
