import { tokenHash } from '../../access/tokens.ts'
import { logArtifact } from '../../artifacts/make-artifacts.ts'
import type { JobWriter } from '../../storage/job-store.ts'
import type { Job } from '../../storage/records.ts'
import { generatedLog } from '../generated-log.ts'
import type { Stores } from '../load-world.ts'
import { type MadePipeline, madePipelines, type Size } from './made-pipelines.ts'
import { people, project, runner, runnerCount, token, user } from './people-and-projects.ts'

/** So many jobs are kept by one change: large enough to be quick, small enough to stay in memory. */
const batch = 20_000

/** Only the newest jobs have logs; for each of a million, that would be a million files. */
const logged = 200

export const tokenOf = (username: string) => `demo-${username}-personal`

/** Fills empty stores with a world of any size, straight from the dice. `progress` is told how many jobs there are already. */
export async function fillStores(stores: Pick<Stores, 'store' | 'logs'>, size: Size, progress: (jobs: number) => void): Promise<void> {
  await stores.store.write((writer) => addFrame(writer, size))
  const pipelines = madePipelines(size)
  for (let isLast = false; !isLast; ) {
    const part = take(pipelines)
    isLast = part.length === 0
    const remains = new Map<number, Buffer>()
    for (const job of part.flatMap(({ jobs }) => jobs)) if (hasLog(job, size)) remains.set(job.id, logOf(job))
    for (const [id, bytes] of remains) await stores.logs.append(id, bytes)
    await stores.store.write((writer) => addPart(writer, part, remains))
    if (!isLast) progress(part.at(-1)?.jobs.at(-1)?.id ?? 0)
  }
}

async function addFrame(writer: JobWriter, { projects, now }: Size): Promise<void> {
  for (const [index, [username]] of people.entries()) {
    await writer.addUser(user(index, now))
    await writer.addToken(tokenHash(tokenOf(username)), token(index + 1))
  }
  for (let index = 0; index < runnerCount; index++) await writer.addRunner(runner(index, now))
  for (let index = 0; index < projects; index++) {
    await writer.addProject(project(index, now), [])
    for (const [person, [, , level]] of people.entries()) await writer.addMember(index + 1, person + 1, level)
  }
}

function take(pipelines: Generator<MadePipeline>): MadePipeline[] {
  const part: MadePipeline[] = []
  for (let jobs = 0; jobs < batch; ) {
    const { value, done } = pipelines.next()
    if (done === true) break
    part.push(value)
    jobs += value.jobs.length
  }
  return part
}

async function addPart(writer: JobWriter, part: readonly MadePipeline[], remains: ReadonlyMap<number, Buffer>): Promise<void> {
  for (const { pipeline, jobs } of part) {
    await writer.addPipeline(pipeline)
    for (const job of jobs) {
      await writer.addJob(job)
      const bytes = remains.get(job.id)
      if (bytes === undefined) continue
      const { artifact, entries } = logArtifact(job.id, bytes)
      await writer.addArtifact(artifact, entries)
    }
  }
}

const hasLog = ({ id, finishedAt }: Job, { jobs }: Size) => finishedAt !== null && id > jobs - logged

const logOf = ({ id }: Job) => generatedLog(2000 + ((id * 7919) % 60_000))
