import type { Filled } from './call.ts'
import { JobsApiError } from './errors.ts'
import type { Answer } from './types.ts'

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Where the list goes on; give it as `startAt` to resume there. `undefined` on the last page. */
  readonly next: string | undefined
  /** How many there are on all pages, if the server says so: long lists and cursors do not count. */
  readonly total: number | undefined
  readonly response: Response
}

type Query = Readonly<Record<string, unknown>>
type Read = (filled: Filled) => Promise<Answer<unknown>>

/**
 * A list that is read page by page, as far as somebody looks: `for await (const job of jobs.listProjectJobs(1))`. Where a page
 * leads back to itself, reading on rejects with a `JobsApiError` of kind `broken_answer`.
 */
export class Pages<Item> implements AsyncIterable<Item> {
  readonly #read: Read
  readonly #filled: Filled
  readonly #query: Query
  readonly #hasKeyset: boolean

  constructor(filled: Filled, read: Read) {
    const { call, wire, startAt } = filled
    this.#read = read
    this.#filled = filled
    this.#query = startAt === undefined ? wire : placed(wire, new URLSearchParams(startAt))
    this.#hasKeyset = call.keyset === true && this.#query['page'] === undefined && wire['pagination'] === undefined
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const { items } of this.pages()) yield* items
  }

  /** The pages themselves, with what stands around the items. */
  pages(): AsyncGenerator<Page<Item>, void, undefined> {
    return this.#pages(100)
  }

  async *#pages(per_page: number): AsyncGenerator<Page<Item>, void, undefined> {
    let query: Query | undefined = { per_page, ...(this.#hasKeyset && { pagination: 'keyset' }), ...this.#query }
    let place: string | undefined
    while (query !== undefined) {
      const { data, response }: Answer<unknown> = await this.#readOrFallBack(query)
      const items = data as readonly Item[] // `attempt` has seen that it is a list; what is in it is the contract's promise
      const next = nextOf(response, query, items.length)
      // A server that does not know `page` names the same next page for ever.
      if (next !== undefined && String(next) === place)
        throw new JobsApiError(`the list leads back to ${place}`, {
          kind: 'broken_answer',
          operationId: this.#filled.operationId,
          canRetry: false,
        })
      place = next?.toString()
      yield { items, next: place, total: totalOf(response), response }
      query = next && placed(query, next)
    }
  }

  /** The first `count` items, or fewer if there are no more; asks for no larger pages than that. */
  async first(count: number): Promise<Item[]> {
    const found: Item[] = []
    if (count <= 0) return found
    for await (const { items } of this.#pages(Math.min(count, 100))) {
      for (const item of items) found.push(item) // all at once would be too many arguments
      if (found.length >= count) break
    }
    return found.slice(0, count)
  }

  /** All of them in one array; rejects with a `RangeError` if there are more than `max`, rather than fill the memory. */
  async all({ max }: { max: number }): Promise<Item[]> {
    const items: Item[] = []
    for await (const item of this) if (items.push(item) > max) throw new RangeError(`the list has more than ${max} items`)
    return items
  }

  /** A server that knows no cursor for this list says 405; then pages are counted. */
  async #readOrFallBack(wire: Query): Promise<Answer<unknown>> {
    try {
      return await this.#read({ ...this.#filled, wire })
    } catch (error) {
      const isRefused = error instanceof JobsApiError && error.status === 405 && wire['cursor'] === undefined
      if (!isRefused || !this.#hasKeyset || wire['pagination'] === undefined) throw error
      const { pagination, ...counted } = wire
      return this.#read({ ...this.#filled, wire: counted })
    }
  }
}

/**
 * What to ask for next: the query of `Link` with rel=next, else the page of `X-Next-Page`; if there is neither header, as
 * behind a proxy that drops them, the following page as long as pages are full. Only the query is taken from a `Link`:
 * whatever host it names, credentials go nowhere else.
 */
function nextOf({ headers }: Response, query: Query, length: number): URLSearchParams | undefined {
  const link = headers.get('link')
  if (link !== null) {
    const address = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link)?.[1]
    return address === undefined ? undefined : placeIn(new URLSearchParams(address.split(/[?#]/)[1]))
  }
  const page = headers.get('x-next-page')
  if (page !== null) return page === '' ? undefined : new URLSearchParams({ page })
  // Behind a cursor there has been a `Link` before, so the lack of one means the end.
  const isFull = length >= Number(query['per_page'])
  return isFull && query['cursor'] === undefined ? new URLSearchParams({ page: String(Number(query['page'] ?? 1) + 1) }) : undefined
}

/** The same query at another place; counted pages and cursors exclude each other. */
function placed({ pagination, cursor, page, ...rest }: Query, next: URLSearchParams): Query {
  const isCounted = next.has('page')
  return { ...rest, ...(!isCounted && { pagination }), ...Object.fromEntries(next) }
}

/** The part of a next address that says where; the rest of the query is the caller's own. An address that says nothing is none. */
function placeIn(query: URLSearchParams): URLSearchParams | undefined {
  const place = new URLSearchParams([...query].filter(([name]) => /^(page|pagination|cursor)$/.test(name)))
  return place.has('page') || place.has('cursor') ? place : undefined
}

function totalOf({ headers }: Response): number | undefined {
  const total = headers.get('x-total')
  return total ? Number(total) : undefined
}
