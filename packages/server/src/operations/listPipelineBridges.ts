import type { JobFilter } from '../storage/job-store.ts'
import { bridgeView } from '../views/job.ts'
import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { countLimit, pageHeaders, pageOf, rowsOf } from './pagination.ts'

export const listPipelineBridges: Operation<'listPipelineBridges'> = ({ path, query }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.pipeline(reader, desk, path, 'read_build')
    if (!isFound(found)) return found
    const filter: JobFilter = {
      projectId: found.project.id,
      kind: 'bridge',
      pipelineId: found.pipeline.id,
      latestOnly: true,
      ...(query.scope === undefined ? {} : { statuses: query.scope }),
    }
    const page = pageOf(query)
    const total = await reader.countJobs(filter, countLimit + 1)
    const { rows, hasMore } = await rowsOf(page, (window) => reader.jobs(filter, window))
    const body = (await reader.details(rows)).map((details) => bridgeView(details, desk))
    return { status: 200, body, headers: pageHeaders(desk.address, page, { hasMore, total }) }
  })
