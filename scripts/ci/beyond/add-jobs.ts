import type { JobStore } from '../../../packages/server/src/storage/job-store.ts'
import type { Job } from '../../../packages/server/src/storage/records.ts'
import { job as plainJob } from '../../../packages/server/src/storage/sample-records.suite.ts'

const perPipeline = 20

/** Adds jobs to a project of the demo world that all look like this, in an order in which neighbours belong to different pipelines. */
export async function addJobs(store: JobStore, count: number, like: Partial<Job>): Promise<number[]> {
  const pipeline = await store.read((reader) => reader.newestPipeline(1, 'master'))
  if (pipeline === undefined) throw new Error('the demo world has no pipeline')
  const { id: _, iid: __, ...fresh } = pipeline
  const ids: number[] = []
  while (ids.length < count)
    await store.write(async (writer) => {
      const { id } = await writer.addPipeline({ ...fresh, status: 'running' })
      for (let added = 0; added < perPipeline && ids.length < count; added++)
        ids.push((await writer.addJob({ ...plainJob(), projectId: 1, pipelineId: id, userId: 1, ...like })).id)
    })
  return ids.sort((one, other) => (one % perPipeline) - (other % perPipeline) || one - other)
}
