import { invalid, refused } from './refusal.ts'

export interface Page {
  readonly rows: readonly unknown[]
  readonly headers: Readonly<Record<string, string>>
}

/** One page of a list. A list that counts says how long it is. */
export function pageOf(all: readonly unknown[], url: URL, counts: boolean): Page {
  const [page, size] = numbers(url)
  const rows = all.slice((page - 1) * size, page * size)
  const last = Math.max(1, Math.ceil(all.length / size))
  const next = page * size < all.length ? page + 1 : undefined
  const links = { prev: page > 1 ? page - 1 : undefined, next, first: 1, last: counts ? last : undefined }
  const written = Object.entries(links).flatMap(([rel, to]) =>
    to === undefined ? [] : `<${addressOf(url, { page: to, per_page: size })}>; rel="${rel}"`,
  )
  return {
    rows,
    headers: {
      ...{ Link: written.join(', '), 'X-Page': String(page), 'X-Per-Page': String(size), 'X-Next-Page': String(next ?? '') },
      ...{ 'X-Prev-Page': page > 1 ? String(page - 1) : '' },
      ...(counts ? { 'X-Total': String(all.length), 'X-Total-Pages': String(last) } : {}),
    },
  }
}

/** By a cursor: what is older than the last entry of the page before. */
export function pageAfter(all: readonly { readonly id: number }[], url: URL): Page {
  const [, size] = numbers(url)
  const cursor = url.searchParams.get('cursor')
  const after = cursor === null ? Number.POSITIVE_INFINITY : Number(Buffer.from(cursor, 'base64url').toString())
  if (Number.isNaN(after)) throw refused(400, '400 Bad request')
  const rest = all.filter(({ id }) => id < after)
  const rows = rest.slice(0, size)
  const last = rows.at(-1)
  if (last === undefined || rest.length <= size) return { rows, headers: { 'X-Per-Page': String(size) } }
  const next = Buffer.from(String(last.id)).toString('base64url')
  return { rows, headers: { 'X-Per-Page': String(size), Link: `<${addressOf(url, { cursor: next })}>; rel="next"` } }
}

function addressOf(url: URL, more: Readonly<Record<string, string | number>>): string {
  const copy = new URL(url)
  for (const name of ['private_token', 'access_token', 'job_token']) copy.searchParams.delete(name)
  for (const [name, value] of Object.entries(more)) copy.searchParams.set(name, String(value))
  return copy.href
}

function numbers({ searchParams }: URL): readonly [page: number, size: number] {
  const names = ['page', 'per_page'] as const
  const faulty = names.filter((name) => !/^-?\d*$/.test(searchParams.get(name) ?? ''))
  if (faulty.length > 0) throw invalid(faulty.map((name) => `${name} is invalid`).join(', '))
  const [page, size] = names.map((name) => Number(searchParams.get(name) ?? 0))
  return [Math.max(1, page ?? 1), Math.min(100, size === undefined || size < 1 ? 20 : size)]
}
