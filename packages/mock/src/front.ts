import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './answer.ts'
import { readBody } from './body.ts'
import { allow, type CrossOrigin, crossOriginOf } from './cross-origin.ts'
import { type IndexOptions, indexPage } from './index-page.ts'
import type { Knowledge } from './knowledge.ts'
import type { LivingDocument, Narrator } from './living-document.ts'
import { questionOf } from './question.ts'
import { type Reply, requestIdOf } from './reply.ts'

export interface FrontOptions {
  readonly document: LivingDocument
  /** What is mocked, for people. */
  readonly name: string
  /** How long to wait before the next answer, in milliseconds. */
  readonly delay: () => number
  /** Told what should not have happened; the client gets the contract's 500. */
  readonly narrator: Narrator
}

/** What stands between a client and Prism. Whatever comes, it is answered. */
export function frontOf({ document, name, delay, narrator }: FrontOptions): RequestListener {
  const policies = new WeakMap<Knowledge, CrossOrigin>()
  return async (request, response) => {
    const { knowledge, broken } = document
    if (isForIndex(request)) return sendIndex(request, response, { knowledge, address: addressOf(request), source: name, broken })
    const policy = policies.get(knowledge) ?? crossOriginOf(knowledge)
    policies.set(knowledge, policy)
    if (allow(policy, request, response)) return
    const reply = await replyTo(knowledge, request, response).catch((error: unknown) => {
      // Somebody who goes away while sending is no accident.
      if (!response.destroyed) narrator.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return accident
    })
    const pause = delay()
    if (pause > 0) await sleep(pause)
    transmit(reply, request, response)
  }
}

const isForIndex = ({ method, url }: IncomingMessage) => (method === 'GET' || method === 'HEAD') && url === '/'

function sendIndex(request: IncomingMessage, response: ServerResponse, options: IndexOptions): void {
  const { type, text } = indexPage(options, /text\/html/.test(request.headers.accept ?? ''))
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  transmit({ status: 200, headers: { 'Content-Type': type }, body: Buffer.from(text) }, request, response)
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
