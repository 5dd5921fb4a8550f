import type { SQLInputValue } from 'node:sqlite'
import type { JobFilter, Window } from '../job-store.ts'
import type { Job } from '../records.ts'

interface Condition {
  readonly where: string
  readonly table: string
  readonly parameters: Record<string, SQLInputValue>
}

/** The question for one page of a list. */
export function pageOfJobs(given: JobFilter, { limit, offset = 0, before, oldestFirst = false }: Window) {
  // A status that is named twice would be walked twice.
  const filter = given.statuses === undefined ? given : { ...given, statuses: [...new Set(given.statuses)] }
  const { where, table, parameters } = condition(filter)
  const earlier = before === undefined ? '' : ' and j.id < $before'
  const page = `order by id ${oldestFirst ? 'asc' : 'desc'} limit $limit offset $offset`
  const sql = isOnlyByStatus(filter)
    ? mergedWalks(filter.statuses, earlier, page)
    : `select j.data from ${table} where ${where}${earlier} ${page}`
  return { sql, parameters: { ...parameters, limit, offset, ...(before === undefined ? {} : { before }) } }
}

type ByStatus = JobFilter & { readonly statuses: readonly Job['status'][] }

function isOnlyByStatus(filter: JobFilter): filter is ByStatus {
  const { statuses, pipelineId, ref, name, latestOnly = false } = filter
  return statuses !== undefined && statuses.length > 0 && pipelineId === undefined && ref === undefined && name === undefined && !latestOnly
}

/**
 * One walk along the index for each status, merged. Asked with `in`, SQLite walks the whole project, newest first, until it
 * has found enough: with a rare status among a million jobs, that takes hundreds of times as long.
 */
function mergedWalks(statuses: readonly Job['status'][], earlier: string, page: string): string {
  const walk = (_: unknown, index: number) =>
    `select j.id from jobs j indexed by jobs_by_status where j.project_id = $project and j.kind = $kind and j.status = $status${index}${earlier}`
  const ids = `select id from (${statuses.map(walk).join(' union all ')}) ${page}`
  return `select data from jobs where id in (${ids}) ${page.replace(/ limit.*/, '')}`
}

export function anyOf(statuses: readonly Job['status'][]) {
  const names = statuses.map((_, index) => `status${index}`)
  return {
    list: names.map((name) => `$${name}`).join(', '),
    parameters: Object.fromEntries(statuses.map((status, index) => [`status${index}`, status])),
  }
}

/** What a filter asks of a row, and from where to read it. */
export function condition(filter: JobFilter): Condition {
  const parameters: Record<string, SQLInputValue> = { kind: filter.kind, project: filter.projectId }
  const parts = ['j.project_id = $project', 'j.kind = $kind']
  if (filter.pipelineId !== undefined) {
    parts.push('j.pipeline_id = $pipeline')
    parameters['pipeline'] = filter.pipelineId
  }
  if (filter.latestOnly === true) parts.push('j.retried = 0')
  if (filter.name !== undefined) {
    parts.push("j.data ->> '$.name' = $name")
    parameters['name'] = filter.name
  }
  if (filter.ref !== undefined) {
    parts.push('(select p.ref from pipelines p where p.id = j.pipeline_id) = $ref')
    parameters['ref'] = filter.ref
  }
  if (filter.statuses !== undefined) {
    const { list, parameters: statuses } = anyOf(filter.statuses)
    parts.push(`j.status in (${list})`)
    Object.assign(parameters, statuses)
  }
  // Pinned: for the sake of the order, SQLite would walk the whole project in search of the jobs of one old pipeline.
  const table = filter.pipelineId === undefined ? 'jobs j' : 'jobs j indexed by jobs_of_pipeline'
  return { where: parts.join(' and '), table, parameters }
}
