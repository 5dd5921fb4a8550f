import { may } from '../access/abilities.ts'
import type { JobFilter } from '../storage/job-store.ts'
import { jobView } from '../views/job.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { countLimit, pageHeaders, pageOf, rowsOf } from './pagination.ts'

export const listPipelineJobs: Operation<'listPipelineJobs'> = ({ path, query }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.pipeline(reader, desk, path, 'read_pipeline')
    if (!isFound(found)) return found
    const page = pageOf(query)
    // Whoever sees the pipeline but not its jobs gets an empty list. Fact `list-jobs-pipeline-no-read-build`.
    if (!may('read_build', found.who))
      return { status: 200, body: [], headers: pageHeaders(desk.address, page, { hasMore: false, total: 0 }) }
    const asBefore = desk.edition.pipelineJobs === 'oldest_first_with_retried'
    const filter: JobFilter = {
      projectId: found.project.id,
      kind: 'build',
      pipelineId: found.pipeline.id,
      latestOnly: !asBefore && query.include_retried !== true,
      ...(query.scope === undefined ? {} : { statuses: query.scope }),
    }
    const total = await reader.countJobs(filter, countLimit + 1)
    const { rows, hasMore } = await rowsOf(page, (window) => reader.jobs(filter, { ...window, oldestFirst: asBefore }))
    const body = (await reader.details(rows)).map((details) => jobView(details, desk))
    return { status: 200, body, headers: pageHeaders(desk.address, page, { hasMore, total }) }
  })
