import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DiskArtifactStore } from '../../packages/server/src/storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../../packages/server/src/storage/disk/disk-log-store.ts'
import type { Job } from '../../packages/server/src/storage/records.ts'
import { SqliteJobStore } from '../../packages/server/src/storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from '../../packages/server/src/world/load-world.ts'
import { parseWorld } from '../../packages/server/src/world/read-world.ts'
import { benchWorld } from './world.ts'

const perPipeline = 20
const perTransaction = 500
/** As many in every size, so that both answers are the same. */
const rare = 30

/** Makes a data folder of so many jobs in one project. Which job has which status follows from its number alone. */
export async function makeManyJobs(data: string, count: number, progress: (text: string) => void): Promise<void> {
  await mkdir(data, { recursive: true })
  const store = new SqliteJobStore(join(data, 'jobs.sqlite'))
  const stores = { store, logs: new DiskLogStore(join(data, 'logs')), archives: new DiskArtifactStore(join(data, 'artifacts')) }
  await loadWorld(await parseWorld(JSON.stringify(benchWorld(1)), 'bench'), stores, Date.now())
  const [job, pipeline] = await store.read(async (reader) => [await reader.job(1), await reader.pipeline(1, 1)])
  if (job === undefined || pipeline === undefined) throw new Error('the world has no job to copy')
  const pipelines = count / perPipeline
  for (let first = 2; first <= pipelines; first += perTransaction) {
    progress(`${(first * perPipeline).toLocaleString('en')} of ${count.toLocaleString('en')} jobs`)
    await store.write(async (writer) => {
      for (let id = first; id < first + perTransaction && id <= pipelines; id++) {
        await writer.addPipeline({ ...pipeline, id, iid: id })
        for (let index = 1; index <= perPipeline; index++) {
          const number = (id - 1) * perPipeline + index
          await writer.addJob({ ...job, id: number, name: `job-${number}`, pipelineId: id, status: statusOf(number, count) })
        }
      }
    })
  }
  await store.close()
}

/** Nine of ten succeeded, the rest failed, and a few, all through the project, wait or run. */
function statusOf(number: number, count: number): Job['status'] {
  if (number % Math.floor(count / rare) === 1) return number % 2 === 0 ? 'pending' : 'running'
  return number % 10 === 0 ? 'failed' : 'success'
}
