import { hash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Caller } from '../access/caller.ts'
import type { JobStore } from '../storage/job-store.ts'
import type { Instant } from '../storage/records.ts'
import { restsUntil } from '../views/once-at-rest.ts'
import type { Answer } from './answer.ts'
import { exchangeOf } from './exchange.ts'
import { Generations } from './generations.ts'
import { sendText, textOf } from './json.ts'
import type { JsonText } from './json-text.ts'
import type { ServedId } from './served.ts'

/** So much memory is kept for answers at most, in bytes, and what each of them costs besides its text. */
const limit = 16_000_000
const overhead = 2000

/** A request that may be asked again, and what was stored when it was. */
export interface Question {
  readonly key: string
  readonly mark: string
}

interface Standing {
  readonly operationId: ServedId
  readonly caller: Caller | undefined
  readonly mark: string
  readonly from: Instant
  readonly until: Instant
  readonly headers: readonly (readonly [name: string, value: string | number])[]
  readonly text: JsonText
}

interface Surroundings {
  readonly store: JobStore
  readonly now: () => Instant
  /** What of a request, besides its address, can decide about its answer, in lower case. */
  readonly headers: readonly string[]
}

/**
 * Whole answers that stand as long as nothing has changed: not one byte in the store, and nothing by the clock. Who asked, whether the
 * request fits the contract, and whether the answer does, was found out when it was made, from the same address, the same headers
 * and the same store. Only representations at rest are kept; no credential is: of a request there is but a digest.
 */
export class StandingAnswers {
  readonly #known = new Generations<Standing>(limit, ({ text }) => text.length + overhead)
  readonly #surroundings: Surroundings

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  /** Answers what was asked before. */
  readonly recall: RequestHandler = (request, response, next) => {
    const question = this.#questionOf(request)
    if (question === undefined) return next()
    const exchange = exchangeOf(request)
    const standing = this.#known.get(question.key)
    if (standing === undefined || !this.#holds(standing, question)) {
      exchange.question = question
      return next()
    }
    exchange.operationId = standing.operationId
    exchange.caller = standing.caller
    for (const [name, value] of standing.headers) response.setHeader(name, value)
    sendText(response, standing.text)
  }

  /** Remembers an answer, if it will be the same next time. */
  remember(request: Request, { status, type, body, headers = {} }: Answer): void {
    const { question, operationId, caller } = exchangeOf(request)
    if (question === undefined || !this.#known.wants(question.key)) return
    if (operationId === undefined || status !== 200 || type !== undefined) return
    const from = this.#surroundings.now()
    const until = Math.min(standsUntil(body), caller?.token.expiresAt ?? Number.POSITIVE_INFINITY)
    if (until <= from) return
    const pairs = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    this.#known.set(question.key, { mark: question.mark, from, until, operationId, caller, headers: pairs, text: textOf(body).whole })
  }

  /** The clock may have been set back. */
  #holds({ mark, from, until }: Standing, question: Question): boolean {
    const now = this.#surroundings.now()
    return mark === question.mark && from <= now && now < until
  }

  #questionOf(request: Request): Question | undefined {
    if (request.method !== 'GET') return undefined
    const mark = this.#surroundings.store.mark?.()
    if (mark === undefined) return undefined
    const { originalUrl, headers } = request
    const key = hash('sha256', JSON.stringify([originalUrl, ...this.#surroundings.headers.map((name) => headers[name])]), 'base64')
    return { key, mark }
  }
}

/** Of an empty list nobody can tell whether the clock had a part in it. */
function standsUntil(body: unknown): Instant {
  const views: readonly unknown[] = Array.isArray(body) ? body : [body]
  if (views.length === 0) return Number.NEGATIVE_INFINITY
  return Math.min(
    ...views.map((view) => (typeof view === 'object' && view !== null ? restsUntil(view) : undefined) ?? Number.NEGATIVE_INFINITY),
  )
}

/** Whoever asks is told by the first three; where the address of a link begins, by the others. */
export const deciding = (trustProxy: boolean): readonly string[] => [
  'authorization',
  'private-token',
  'job-token',
  'host',
  ...(trustProxy ? ['x-forwarded-host', 'x-forwarded-proto'] : []),
]
