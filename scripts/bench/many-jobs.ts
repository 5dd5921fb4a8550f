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

interface Size {
  readonly count: number
  readonly projects: number
}

/**
 * Makes a data folder of so many jobs. Of several projects, whose pipelines lie between one another's, the second is half as large as the
 * first, the third a third as large, and so on. Which job has which status, and which project, follows from its number alone.
 */
export async function makeManyJobs(data: string, { count, projects }: Size, progress: (text: string) => void): Promise<void> {
  await mkdir(data, { recursive: true })
  const store = new SqliteJobStore(join(data, 'jobs.sqlite'))
  const stores = { store, logs: new DiskLogStore(join(data, 'logs')), archives: new DiskArtifactStore(join(data, 'artifacts')) }
  await loadWorld(await parseWorld(JSON.stringify(benchWorld(1)), 'bench'), stores, Date.now())
  const read = store.read(async (reader) => [await reader.job(1), await reader.pipeline(1, 1), await reader.project(1)] as const)
  const [job, pipeline, project] = await read
  if (job === undefined || pipeline === undefined || project === undefined) throw new Error('the world has no job to copy')
  await store.write(async (writer) => {
    for (let id = 2; id <= projects; id++)
      await writer.addProject({ ...project, id, path: `bench/measured-${id}`, visibility: 'public' }, [])
  })
  const projectOf = sharing(projects)
  const pipelines = count / perPipeline
  for (let first = 2; first <= pipelines; first += perTransaction) {
    progress(`${(first * perPipeline).toLocaleString('en')} of ${count.toLocaleString('en')} jobs`)
    await store.write(async (writer) => {
      for (let id = first; id < first + perTransaction && id <= pipelines; id++) {
        const projectId = projectOf(id)
        await writer.addPipeline({ ...pipeline, id, iid: id, projectId })
        for (let index = 1; index <= perPipeline; index++) {
          const number = (id - 1) * perPipeline + index
          await writer.addJob({ ...job, id: number, name: `job-${number}`, projectId, pipelineId: id, status: statusOf(number, count) })
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

/** A project for each pipeline: the first whose share, with those before it, reaches as far as the pipeline's number does. */
function sharing(projects: number): (pipeline: number) => number {
  let all = 0
  const ends = Array.from({ length: projects }, (_, index) => {
    all += 1 / (index + 1)
    return all
  })
  return (pipeline) => {
    // Knuth's multiplicative hash: neighbours lie far from each other.
    const reach = ((Math.imul(pipeline, 2_654_435_761) >>> 0) / 2 ** 32) * all
    return ends.findIndex((end) => reach < end) + 1
  }
}
