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
  const [most, skipped] = [values.place(limit), values.place(offset)]
  const direction = oldestFirst ? 'asc' : 'desc'
  const statuses = statusesToWalk(filter)
  const span = { values, before, direction } as const
  const ids =
    statuses === undefined
      ? `${walk(filter, span)} limit ${most} offset ${skipped}`
      : `select id from ${eachOf(values.place(statuses))} cross join lateral (
          ${walk(filter, span)} limit ${most}::bigint + ${skipped}::bigint) as walk order by id ${direction} limit ${most} offset ${skipped}`
  return { sql: `select (select data from jobs where id = page.id) from (${ids}) as page order by id ${direction}`, values: values.list }
}

/** The question how many there are, counted no further than `upTo`. */
export function countOfJobs(filter: JobFilter, upTo: number): Question {
  const values = new Values()
  const most = values.place(upTo)
  const statuses = statusesToWalk(filter)
  const steps = `${walk(filter, { values, direction: 'desc' })} limit ${most}`
  const all =
    statuses === undefined ? steps : `select id from ${eachOf(values.place(statuses))} cross join lateral (${steps}) as walk limit ${most}`
  return { sql: `select count(*) from (${all}) as counted`, values: values.list }
}

const eachOf = (statuses: string) => `unnest(${statuses}::text[]) as wanted (status)`

interface Span {
  readonly values: Values
  readonly before?: number | undefined
  readonly direction: 'asc' | 'desc'
}

/**
 * One walk along the index that has all columns by which the list is narrowed, and the number at its end; with statuses, one for each status,
 * to be merged. That costs the same whatever the values are. PostgreSQL plans for all values alike once it has seen a question five times, and
 * then thinks that every value is as frequent as every other: asked with `=`, it would look for a rare status, or for the jobs of an empty
 * project, through all the jobs there are. Asked for a stretch of rows in an order that only one index has, it has no choice.
 */
function walk(filter: JobFilter, { values, before, direction }: Span): string {
  const more = [
    ...(filter.latestOnly === true ? ['not retried'] : []),
    ...(filter.name === undefined ? [] : [`name = ${values.place(filter.name)}`]),
  ]
  if (filter.pipelineId !== undefined) {
    const where = ofPipeline(filter, values)
    if (before !== undefined) where.push(`id < ${values.place(before)}`)
    return `select id from jobs where ${[...where, ...more].join(' and ')} order by id ${direction}`
  }
  // The last one makes the order, together with the number; by the others the walk is at the right place, and at its end where they change.
  const fixed = [
    ['project_id', values.place(filter.projectId)],
    ['kind', values.place(filter.kind)],
    ...(filter.ref === undefined ? [] : [['ref', values.place(filter.ref)]]),
    ...(statusesToWalk(filter) === undefined ? [] : [['status', 'wanted.status']]),
  ]
  const [column, value] = fixed.pop() ?? []
  const where = [
    ...fixed.map((pair) => pair.join(' = ')),
    `(${column}, id) > (${value}, -1)`,
    `(${column}, id) < (${value}, ${before === undefined ? largest : values.place(before)})`,
    ...more,
  ]
  return `select id from jobs where ${where.join(' and ')} order by ${column} ${direction}, id ${direction}`
}

/** The largest number that a column can hold. */
const largest = '9223372036854775807'

/** The jobs of a pipeline are few, and simply sorted. */
function ofPipeline({ projectId, kind, pipelineId, statuses, ref }: JobFilter, values: Values): string[] {
  const parts = [
    `project_id = ${values.place(projectId)}`,
    `kind = ${values.place(kind)}`,
    `pipeline_id = ${values.place(pipelineId ?? 0)}`,
  ]
  if (ref !== undefined) parts.push(`ref = ${values.place(ref)}`)
  if (statuses !== undefined) parts.push(`status = any(${values.place(statuses)})`)
  return parts
}

/** The jobs of a ref lie by status in their index, so without a wish all are walked. */
function statusesToWalk({ pipelineId, statuses, ref }: JobFilter): readonly Job['status'][] | undefined {
  if (pipelineId !== undefined) return undefined
  if (statuses === undefined) return ref === undefined ? undefined : allStatuses
  return [...new Set(statuses)] // one that is named twice would be walked twice
}

const allStatuses = Object.keys({
  ...{ created: 0, waiting_for_resource: 0, preparing: 0, waiting_for_callback: 0, pending: 0, running: 0, success: 0 },
  ...{ failed: 0, canceling: 0, canceled: 0, skipped: 0, manual: 0, scheduled: 0 },
} satisfies Record<Job['status'], 0>) as Job['status'][]
