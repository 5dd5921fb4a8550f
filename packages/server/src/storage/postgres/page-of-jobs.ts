import type { JobFilter, Window } from '../job-store.ts'
import type { Job } from '../records.ts'
import type { Value } from './session.ts'

interface Question {
  readonly sql: string
  readonly values: readonly Value[]
}

/** What a statement is given; each value gets its place. */
class Values {
  readonly list: Value[] = []

  place(value: Value): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/** The question for one page of a list. */
export function pageOfJobs(filter: JobFilter, { limit, offset = 0, before, oldestFirst = false }: Window): Question {
  const values = new Values()
  const order = `order by id ${oldestFirst ? 'asc' : 'desc'}`
  const where = [...conditions(filter, values), ...(before === undefined ? [] : [`id < ${values.place(before)}`])].join(' and ')
  const [most, skipped] = [values.place(limit), values.place(offset)]
  const statuses = statusesToWalk(filter)
  const ids =
    statuses === undefined
      ? `select id from jobs where ${where}`
      : mergedWalks(values.place(statuses), `where ${where} and status = wanted.status ${order} limit ${most}::bigint + ${skipped}::bigint`)
  const page = `${ids} ${order} limit ${most} offset ${skipped}`
  return { sql: `select (select data from jobs where id = page.id) from (${page}) as page ${order}`, values: values.list }
}

/** The question how many there are, counted no further than `upTo`. */
export function countOfJobs(filter: JobFilter, upTo: number): Question {
  const values = new Values()
  const where = conditions(filter, values)
  if (filter.statuses !== undefined && filter.pipelineId === undefined) where.push(`status = any(${values.place(filter.statuses)})`)
  const sql = `select count(*) from (select from jobs where ${where.join(' and ')} limit ${values.place(upTo)}) as counted`
  return { sql, values: values.list }
}

/**
 * One walk along an index for each status, merged: that costs the same whatever the statuses are, and whatever the planner thinks of
 * them. Asked with `status = any(...)`, it plans for all values alike once it has seen the question five times, and then looks
 * for a rare status through the whole project.
 */
const mergedWalks = (statuses: string, walk: string) =>
  `select id from unnest(${statuses}::text[]) as wanted (status) cross join lateral (select id from jobs ${walk}) as walk`

/** The jobs of a ref lie by status in their index, so without a wish all are walked. Those of a pipeline are few, and simply sorted. */
function statusesToWalk({ pipelineId, statuses, ref }: JobFilter): readonly Job['status'][] | undefined {
  if (pipelineId !== undefined) return undefined
  if (statuses === undefined) return ref === undefined ? undefined : allStatuses
  return [...new Set(statuses)] // one that is named twice would be walked twice
}

/** What a filter asks of a row, but for the statuses that are walked. */
function conditions(filter: JobFilter, values: Values): string[] {
  const parts = [`project_id = ${values.place(filter.projectId)}`, `kind = ${values.place(filter.kind)}`]
  if (filter.ref !== undefined) parts.push(`ref = ${values.place(filter.ref)}`)
  if (filter.pipelineId !== undefined) parts.push(`pipeline_id = ${values.place(filter.pipelineId)}`)
  if (filter.pipelineId !== undefined && filter.statuses !== undefined) parts.push(`status = any(${values.place(filter.statuses)})`)
  if (filter.latestOnly === true) parts.push('not retried')
  if (filter.name !== undefined) parts.push(`name = ${values.place(filter.name)}`)
  return parts
}

const allStatuses = Object.keys({
  ...{ created: 0, waiting_for_resource: 0, preparing: 0, waiting_for_callback: 0, pending: 0, running: 0, success: 0 },
  ...{ failed: 0, canceling: 0, canceled: 0, skipped: 0, manual: 0, scheduled: 0 },
} satisfies Record<Job['status'], 0>) as Job['status'][]
