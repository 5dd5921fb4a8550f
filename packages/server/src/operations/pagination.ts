/** How a list was asked for. */
export interface PageQuery {
  readonly page?: number
  readonly per_page?: number
}

/** Counting stops here; beyond it, totals are left out. Fact `pagination-totals-missing`. */
export const countLimit = 10_000

export interface Page {
  readonly number: number
  readonly size: number
  readonly offset: number
}

/** The deepest place that can be counted exactly. */
const deepest = Number.MAX_SAFE_INTEGER

/** More than 100 rows are cut to 100, not refused. */
export function pageOf({ page = 1, per_page = 20 }: PageQuery): Page {
  const size = Math.min(per_page, 100)
  const number = Math.min(page, deepest)
  return { number, size, offset: Math.min((number - 1) * size, deepest) }
}

/** The rows of one page. One row more than fits tells whether there is another page, however many there are. */
export async function rowsOf<Row>(page: Page, read: (window: { limit: number; offset: number }) => Promise<readonly Row[]>) {
  const rows = await read({ limit: page.size + 1, offset: page.offset })
  return { rows: rows.slice(0, page.size), hasMore: rows.length > page.size }
}

/** The headers of one page. `total` is the number of rows, counted no further than one past the limit, or undefined where it is never told. */
export function pageHeaders(address: URL, page: Page, rows: { hasMore: boolean; total?: number }) {
  const { number, size } = page
  const countable = rows.total !== undefined && rows.total <= countLimit ? rows.total : undefined
  const pages = countable === undefined ? undefined : Math.max(1, Math.ceil(countable / size))
  const links = [
    number > 1 ? link(address, number - 1, size, 'prev') : undefined,
    rows.hasMore ? link(address, number + 1, size, 'next') : undefined,
    link(address, 1, size, 'first'),
    pages === undefined ? undefined : link(address, pages, size, 'last'),
  ]
  return {
    Link: links.filter((entry) => entry !== undefined).join(', '),
    'X-Page': number,
    'X-Per-Page': size,
    'X-Next-Page': rows.hasMore ? String(number + 1) : '',
    'X-Prev-Page': number > 1 ? String(number - 1) : '',
    ...(countable === undefined || pages === undefined ? {} : { 'X-Total': countable, 'X-Total-Pages': pages }),
  }
}

function link(address: URL, page: number, size: number, relation: string): string {
  const query = queryOf(address)
  query.set('page', String(page))
  query.set('per_page', String(size))
  return `<${spelled(address, query)}>; rel="${relation}"`
}

/** The header of a page by cursor: only `next`, and nothing at all on the last page. */
export function keysetHeaders(address: URL, size: number, next: string | undefined) {
  if (next === undefined) return {}
  const query = queryOf(address)
  query.delete('page')
  query.set('pagination', 'keyset')
  query.set('per_page', String(size))
  query.set('cursor', next)
  return { Link: `<${spelled(address, query)}>; rel="next"` }
}

/** Apart from its address, which would be parsed again at each change. Credentials never come back in an answer. */
function queryOf({ search }: URL): URLSearchParams {
  const query = new URLSearchParams(search)
  for (const name of ['private_token', 'access_token', 'job_token']) query.delete(name)
  return query
}

/** Simple parsers split `Link` at commas and semicolons. */
function spelled({ origin, pathname }: URL, query: URLSearchParams): string {
  return `${origin}${pathname}?${query}`.replaceAll(',', '%2C').replaceAll(';', '%3B')
}

/** A cursor is opaque to clients; to us it is the number of the last job seen. */
export const cursorAfter = (id: number): string => Buffer.from(JSON.stringify({ id: String(id) })).toString('base64url')

/** The job number in a cursor, or undefined if we did not make it. */
export function readCursor(cursor: string): number | undefined {
  const [, id] = /^\{"id":"(\d{1,15})"\}$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return id === undefined ? undefined : Number(id)
}
