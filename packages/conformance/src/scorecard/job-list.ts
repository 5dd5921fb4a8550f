import type { ServerResponse } from 'node:http'
import { type Body, sampleJob } from './sample-job.ts'
import { type Heard, sendJson } from './stage.ts'

const statuses = ['success', 'failed', 'canceled', 'running']

/** The jobs of a project, newest first, in pages as GitLab makes them: counted, or by a cursor where one is asked for. */
export class JobList {
  ids: readonly number[]
  readonly #hasHeaders: boolean

  constructor(count: number, { hasHeaders = true } = {}) {
    this.ids = Array.from({ length: count }, (_, at) => 1000 + count - at)
    this.#hasHeaders = hasHeaders
  }

  /** New jobs come to the head. */
  grow(count: number): void {
    const newest = this.ids[0] ?? 1000
    this.ids = [...Array.from({ length: count }, (_, at) => newest + count - at), ...this.ids]
  }

  /** `origin` stands in the links, which is otherwise that of the request; a page that `isLast` names no next one. */
  answer({ url, headers }: Heard, response: ServerResponse, { origin = `http://${headers.host}`, isLast = false } = {}): void {
    const asked = new URL(url, origin)
    const query = asked.searchParams
    const perPage = Math.min(Number(query.get('per_page') ?? 20), 100)
    const fitting = this.#jobs(scopesIn(query))
    const isKeyset = query.get('pagination') === 'keyset'
    const page = Number(query.get('page') ?? 1)
    const from = isKeyset ? placeOf(fitting, query.get('cursor')) : (page - 1) * perPage
    const shown = fitting.slice(from, from + perPage)
    const hasMore = !isLast && from + perPage < fitting.length
    if (isKeyset) asked.searchParams.set('cursor', String(shown.at(-1)?.['id']))
    else asked.searchParams.set('page', String(page + 1))
    const link: Record<string, string> = hasMore ? { Link: `<${asked.href}>; rel="next"` } : {}
    const counted = isKeyset
      ? {}
      : { 'X-Page': String(page), 'X-Per-Page': String(perPage), 'X-Next-Page': hasMore ? String(page + 1) : '' }
    sendJson(response, shown, 200, this.#hasHeaders ? { ...link, ...counted } : {})
  }

  #jobs(scopes: readonly string[]): Body[] {
    const jobs = this.ids.map((id) => sampleJob(id, { status: statuses[id % statuses.length] }))
    return scopes.length === 0 ? jobs : jobs.filter(({ status }) => scopes.includes(String(status)))
  }
}

/** As Rails reads it: `scope[]` collects, and of a repeated plain `scope` the last one counts. */
function scopesIn(query: URLSearchParams): readonly string[] {
  const listed = query.getAll('scope[]')
  return listed.length > 0 ? listed : query.getAll('scope').slice(-1)
}

/** Behind the job that the cursor names. */
function placeOf(jobs: readonly Body[], cursor: string | null): number {
  return cursor === null ? 0 : jobs.findIndex(({ id }) => String(id) === cursor) + 1
}
