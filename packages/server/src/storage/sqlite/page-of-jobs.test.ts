import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import type { JobFilter, Window } from '../job-store.ts'
import type { Job } from '../records.ts'
import { job } from '../sample-records.suite.ts'
import { pageOfJobs } from './page-of-jobs.ts'
import { schema } from './schema.ts'

const statuses = ['success', 'failed', 'pending', 'running'] as const
const rows: Job[] = Array.from({ length: 400 }, (_, index) => ({
  ...job(),
  id: index + 1,
  projectId: index % 3,
  pipelineId: Math.floor(index / 20),
  kind: index % 7 === 0 ? 'bridge' : 'build',
  status: statuses[index % 40 === 1 ? 3 : (index * index) % 3] ?? 'success',
  retried: index % 5 === 0,
}))

const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
afterAll(() => database.close())
database.exec(schema)
const insert = database.prepare(
  'insert into jobs (id, project_id, pipeline_id, kind, status, retried, data) values (:id, :projectId, :pipelineId, :kind, :status, :retried, :data)',
)
for (const row of rows) {
  const { id, projectId, pipelineId, kind, status } = row
  insert.run({ id, projectId, pipelineId, kind, status, retried: Number(row.retried), data: JSON.stringify(row) })
}

const filters: JobFilter[] = [0, 1].flatMap((projectId) =>
  [undefined, ['success'], ['running', 'pending'], ['failed', 'failed', 'running'], [...statuses], []].flatMap((wanted) =>
    [undefined, 4].flatMap((pipelineId) =>
      [undefined, true].map((latestOnly) => ({
        ...{ projectId, kind: 'build' as const },
        ...(wanted === undefined ? {} : { statuses: wanted as Job['status'][] }),
        ...(pipelineId === undefined ? {} : { pipelineId }),
        ...(latestOnly === undefined ? {} : { latestOnly }),
      })),
    ),
  ),
)
const windows: Window[] = [{ limit: 5 }, { limit: 5, offset: 3 }, { limit: 20, before: 200 }, { limit: 7, oldestFirst: true }]

/** The same, the slow way. */
function slowly(filter: JobFilter, { limit, offset = 0, before = Number.POSITIVE_INFINITY, oldestFirst = false }: Window): number[] {
  const found = rows.filter(
    (row) =>
      row.projectId === filter.projectId &&
      row.kind === filter.kind &&
      row.id < before &&
      (filter.statuses?.includes(row.status) ?? true) &&
      row.pipelineId === (filter.pipelineId ?? row.pipelineId) &&
      !(filter.latestOnly === true && row.retried),
  )
  const ids = found.map(({ id }) => id)
  return (oldestFirst ? ids : ids.toReversed()).slice(offset, offset + limit)
}

test.each(filters)('%o: each page is what a search through all rows finds', (filter) => {
  for (const window of windows) {
    const { sql, parameters } = pageOfJobs(filter, window)
    const found = database.prepare(sql).all(parameters)
    expect(found.map(({ data }) => JSON.parse(String(data)).id)).toEqual(slowly(filter, window))
  }
})

test('no page of a scope or of a pipeline walks through the whole project', () => {
  for (const filter of filters) {
    const narrow = (filter.statuses ?? statuses).length > 0 && (filter.statuses ?? filter.pipelineId) !== undefined
    if (!narrow || (filter.latestOnly === true && filter.pipelineId === undefined)) continue // nobody asks that
    const { sql, parameters } = pageOfJobs(filter, { limit: 20 })
    const plan = database.prepare(`explain query plan ${sql}`).all(parameters)
    expect(JSON.stringify(plan), JSON.stringify(filter)).not.toMatch(/jobs_of_project|SCAN (j|jobs)\b/)
  }
})
