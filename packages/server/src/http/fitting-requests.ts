import { hash } from 'node:crypto'
import type { Request } from 'express'
import { Generations } from './generations.ts'
import { credentialNames } from './query.ts'

/** Characters of addresses that are remembered at most, and what each of them costs besides its characters. */
const limit = 4_000_000
const overhead = 500

interface Finding<Match> {
  readonly match: Match
  readonly query: object
  readonly carriesCredential: boolean
  readonly size: number
}

/**
 * Requests for reading that fitted the contract. Whether one fits, and what it asks for, follows from its address and from the
 * headers that the contract describes, so the validator need not look at the same one again. No credential is remembered: of the
 * address only a digest, and the query without them.
 */
export class FittingRequests<Match extends object> {
  readonly #known = new Generations<Finding<Match>>(limit, ({ size }) => size)
  readonly #headers: readonly string[]

  /** `headers`: all that some operation describes, in lower case. */
  constructor(headers: readonly string[]) {
    this.#headers = headers
  }

  /** What was found about the same request before, whose query is put on this one. */
  recall(request: Request): Match | undefined {
    if (request.method !== 'GET') return undefined
    const finding = this.#known.get(this.#keyOf(request))
    if (finding === undefined) return undefined
    const value = finding.carriesCredential ? { ...request.query, ...finding.query } : finding.query
    Object.defineProperty(request, 'query', { value, configurable: true, enumerable: true, writable: true })
    return finding.match
  }

  /** Remembers a request that the validator has let pass, its values brought into their types. */
  remember(request: Request, match: Match): void {
    if (request.method !== 'GET') return
    const key = this.#keyOf(request)
    if (!this.#known.wants(key)) return
    const known = Object.entries(request.query).filter(([name]) => !credentialNames.includes(name))
    const carriesCredential = known.length < Object.keys(request.query).length
    const size = request.originalUrl.length + overhead
    this.#known.set(key, { match, query: Object.freeze(Object.fromEntries(known)), carriesCredential, size })
  }

  #keyOf({ originalUrl, headers }: Request): string {
    return hash('sha256', JSON.stringify([originalUrl, ...this.#headers.map((name) => headers[name])]), 'base64')
  }
}
