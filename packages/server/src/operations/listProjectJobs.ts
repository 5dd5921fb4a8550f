import type { Input } from '@jobs-api/contract'
import type { JobFilter, JobReader } from '../storage/job-store.ts'
import { jobView } from '../views/job.ts'
import { isFound, reading } from './look-up.ts'
import type { Desk, Operation } from './operation.ts'
import { cursorAfter, keysetHeaders, pageHeaders, pageOf, readCursor, rowsOf } from './pagination.ts'
import { refuse } from './refusals.ts'

/** GitLab's default limit of page numbers. Fact `pagination-offset-limit`. */
const deepestOffset = 50_000

type Query = Input<'listProjectJobs'>['query']

export const listProjectJobs: Operation<'listProjectJobs'> = ({ path, query }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.project(reader, desk, path, 'read_build')
    if (!isFound(found)) return found
    const filter: JobFilter = {
      projectId: found.project.id,
      kind: 'build',
      ...(query.scope === undefined ? {} : { statuses: query.scope }),
      ...(query.ref === undefined || query.ref === '' ? {} : { ref: query.ref }),
    }
    return query.pagination === 'keyset' ? byCursor(reader, desk, filter, query) : byPage(reader, desk, filter, query)
  })

async function byPage(reader: JobReader, desk: Desk, filter: JobFilter, query: Query) {
  const page = pageOf(query)
  if (page.offset + page.size > deepestOffset) return refuse('offset_too_deep')
  const { rows, hasMore } = await rowsOf(page, (window) => reader.jobs(filter, window))
  return { status: 200 as const, body: await bodyOf(reader, desk, rows), headers: pageHeaders(desk.address, page, { hasMore }) }
}

async function byCursor(reader: JobReader, desk: Desk, filter: JobFilter, query: Query) {
  if ((query.order_by ?? 'id') !== 'id' || (query.sort ?? 'desc') !== 'desc') return refuse('keyset_order')
  const before = query.cursor === undefined ? undefined : readCursor(query.cursor)
  if (query.cursor !== undefined && before === undefined) return refuse('invalid_cursor')
  const { size } = pageOf(query)
  const { rows, hasMore } = await rowsOf({ number: 1, size, offset: 0 }, ({ limit }) =>
    reader.jobs(filter, before === undefined ? { limit } : { limit, before }),
  )
  const last = rows.at(-1)
  const next = hasMore && last !== undefined ? cursorAfter(last.id) : undefined
  return { status: 200 as const, body: await bodyOf(reader, desk, rows), headers: keysetHeaders(desk.address, size, next) }
}

async function bodyOf(reader: JobReader, desk: Desk, rows: Parameters<JobReader['details']>[0]) {
  return (await reader.details(rows)).map((details) => jobView(details, desk))
}
