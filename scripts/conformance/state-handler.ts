import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { Readable } from 'node:stream'
import { buffer, json } from 'node:stream/consumers'
import type { Stores } from './world.ts'

type Writer = Parameters<Parameters<Stores['store']['write']>[0]>[0]
type Job = NonNullable<Awaited<ReturnType<Writer['job']>>>

/** The job of the demo world that a new one is like, and in what it differs. */
interface Likeness {
  readonly template: number
  readonly changes?: Partial<Job>
}

const byMia = { userId: 3 } as const
const plain = { environment: null, inputs: {} } as const

/** The states that this handler brings about; the kit says what each of them means. */
const likenesses: Readonly<Record<string, Likeness>> = {
  'own-waiting': { template: 21, changes: byMia },
  'own-retryable': { template: 11, changes: byMia },
  'own-finished': { template: 8, changes: byMia },
  'own-unlocked': { template: 8, changes: byMia },
  'own-empty': { template: 37, changes: byMia },
  'own-running': { template: 30, changes: byMia },
  'own-graceful': { template: 14, changes: { ...byMia, ...plain } },
  'own-canceling': { template: 28, changes: byMia },
  'own-manual': { template: 26, changes: { ...byMia, ...plain } },
  'own-protected-manual': { template: 26, changes: { ...byMia, ...plain } },
  'own-scheduled': { template: 27, changes: byMia },
  'own-played': { template: 1, changes: { ...byMia, environment: null } },
  'own-inputs': { template: 13, changes: byMia },
  'own-archived': { template: 32, changes: byMia },
  'own-expired': { template: 33, changes: byMia },
  'own-protected': { template: 11, changes: byMia },
  'own-by-developer': { template: 11, changes: { userId: 2 } },
  'own-bridge': { template: 18, changes: byMia },
  'own-manual-bridge': { template: 39, changes: byMia },
}

/** Where the templates stand, and the pipeline that new ones are like. */
const template = { pipeline: 10, project: 1 } as const

/** Brings a job of the demo world into a state, in a pipeline of its own; undefined if it knows no such state. */
export async function bringAbout(
  stores: Stores,
  state: string,
  project: string,
): Promise<{ job_id: number; pipeline_id: number } | undefined> {
  if (state === 'bridges') return threeBridges(stores)
  return state === 'own-blocking' ? blocking(stores) : one(stores, state, project)
}

async function one(stores: Stores, state: string, project: string) {
  const likeness = state === 'own-manual-inputs' ? await withInputs(stores) : likenesses[state]
  if (likeness === undefined) return undefined
  return stores.store.write(async (writer) => {
    const pipeline = await newPipeline(writer, project)
    const job_id = await newJob(stores, writer, likeness, pipeline)
    return { job_id, pipeline_id: pipeline.id }
  })
}

async function withInputs({ store }: Stores): Promise<Likeness> {
  const declared = await store.read((reader) => reader.job(13))
  return { template: 26, changes: { ...byMia, environment: null, inputs: declared?.inputs ?? {} } }
}

/** Three trigger jobs in one pipeline, so that there is something to page through. */
function threeBridges({ store, ...others }: Stores) {
  return store.write(async (writer) => {
    const pipeline = await newPipeline(writer, '1')
    const ids: number[] = []
    for (const id of [18, 39, 12]) ids.push(await newJob({ store, ...others }, writer, { template: id }, pipeline))
    return { job_id: Math.max(...ids), pipeline_id: pipeline.id }
  })
}

/** A failed job, and a later one that was skipped because of it. */
function blocking(stores: Stores) {
  return stores.store.write(async (writer) => {
    const pipeline = await newPipeline(writer, '1')
    const job_id = await newJob(stores, writer, { template: 11, changes: byMia }, pipeline)
    await newJob(stores, writer, { template: 15, changes: byMia }, pipeline)
    return { job_id, pipeline_id: pipeline.id }
  })
}

async function newPipeline(writer: Writer, project: string) {
  const known = /^\d+$/.test(project) ? await writer.project(Number(project)) : await writer.projectByPath(project)
  const like = await writer.pipeline(template.project, template.pipeline)
  if (known === undefined || like === undefined) throw new Error(`the demo world has no project ${project}`)
  const { id: _, iid: __, ...rest } = like
  const ref = known.protectedRefs.find(({ push }) => push === 'maintainer')?.ref ?? like.ref
  return writer.addPipeline({ ...rest, projectId: known.id, ref })
}

async function newJob(
  stores: Stores,
  writer: Writer,
  { template: id, changes }: Likeness,
  pipeline: { id: number; projectId: number },
): Promise<number> {
  const like = await writer.job(id)
  if (like === undefined) throw new Error(`the demo world has no job ${id}`)
  const { id: old, ...rest } = like
  const job = await writer.addJob({ ...rest, ...changes, projectId: pipeline.projectId, pipelineId: pipeline.id, plan: null, inHand: null })
  const log = await stores.logs.read(old)
  if (log !== undefined) await stores.logs.append(job.id, await buffer(log.open(0, log.size)))
  for (const { id: artifact, ...record } of await writer.artifacts(old)) {
    const entries = await writer.entries({ artifactId: artifact, directory: '', recursive: true }, { limit: 1000, offset: 0 })
    await writer.addArtifact({ ...record, jobId: job.id, key: await copied(stores, record.key) }, entries)
  }
  return job.id
}

/** Each job has bytes of its own, since erasing one must not take away those of another. */
async function copied({ archives }: Stores, key: string | null): Promise<string | null> {
  const bytes = key === null ? undefined : await archives.read(key)
  if (bytes === undefined) return key
  const copy = `${key}-${randomUUID()}`
  await archives.put(copy, Readable.from([await buffer(bytes.open(0, bytes.size))]))
  return copy
}

/** The same by HTTP, as the kit asks for it. */
export function stateHandler(stores: () => Stores): Server {
  return createServer(async (request, response) => {
    const asked: unknown = await json(request)
    const { state, project } = asked as { state: string; project: string }
    const brought = await bringAbout(stores(), state, project)
    response.writeHead(brought === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(brought ?? { message: `unknown state ${state}` }))
  })
}
