import { buffer } from 'node:stream/consumers'
import { keysOf, logArtifact, type NewArtifact, putArchive, putReport } from '../artifacts/make-artifacts.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { InHand, Job } from '../storage/records.ts'
import { changing, type Floor } from './floor.ts'
import { planFor, type WholePlan } from './plan.ts'
import { step } from './step.ts'
import { runStory, type Scene, saidBy, stoppingTime, stopStory } from './story.ts'

/**
 * A running job goes on: its log grows, and in the end it ends. What its log should say follows from the job and the clock
 * alone, and what is missing from its length. So nothing is written twice, wherever the server was killed.
 */
export async function goOnRunning(floor: Floor, job: Job): Promise<void> {
  const inHand = heldAs(job)
  if (inHand === undefined) return takeInHand(floor, job)
  const scene = await sceneOf(floor, job, inHand)
  const elapsed = floor.pace.elapsed(job, inHand.since, scene.plan.duration)
  const log = saidBy(runStory(scene), elapsed)
  if (elapsed < scene.plan.duration) return grow(floor, job, inHand, log)
  const artifacts = await putArtifacts(floor, job, scene.plan)
  const { outcome, failureReason, coverage } = scene.plan
  const ended = await changing(floor, job, async (writer, fresh, pipeline) => {
    for (const { artifact, entries } of artifacts.before) await writer.addArtifact(artifact, entries)
    const whole = logArtifact(job.id, await append(floor.logs, job.id, inHand, log))
    for (const { artifact, entries } of [whole, ...artifacts.after]) await writer.addArtifact(artifact, entries)
    const failed = outcome === 'failed' ? { failureReason } : {}
    const event = outcome === 'failed' ? 'drop' : 'succeed'
    await step(writer, floor.clock.now(), { pipeline, job: fresh, event }, { ...failed, coverage, artifactsExpireAt: artifacts.expireAt })
  })
  if (!ended) await removeOrphans(floor, job)
}

/** A job that is being stopped gracefully: its runner tidies up, then it is canceled. */
export async function goOnCanceling(floor: Floor, job: Job): Promise<void> {
  const inHand = heldAs(job)
  if (inHand === undefined) return takeInHand(floor, job)
  const elapsed = floor.pace.elapsed(job, inHand.since, stoppingTime)
  const log = saidBy(stopStory(inHand), elapsed)
  if (elapsed < stoppingTime) return grow(floor, job, inHand, log)
  await removeOrphans(floor, job)
  await changing(floor, job, async (writer, fresh, pipeline) => {
    const { artifact } = logArtifact(job.id, await append(floor.logs, job.id, inHand, log))
    await writer.addArtifact(artifact, [])
    await step(writer, floor.clock.now(), { pipeline, job: fresh, event: 'drop' })
  })
}

/** Lets go of a job that was ended from outside, at once: what its log says by then is all that it will say. */
export async function seal(floor: Floor, job: Job): Promise<void> {
  await removeOrphans(floor, job)
  await changing(floor, job, async (writer, fresh) => {
    const log = await floor.logs.read(job.id)
    const isSealed = (await writer.artifacts(job.id)).some(({ fileType }) => fileType === 'trace')
    if (log !== undefined && !isSealed && fresh.erasedAt === null)
      await writer.addArtifact(logArtifact(job.id, await buffer(log.open(0, log.size))).artifact, [])
    await writer.saveJob({ ...fresh, inHand: null })
  })
}

/** What the runners know of a job in the status in which it is; undefined if they see it there for the first time. */
export function heldAs({ inHand, status }: Job): InHand | undefined {
  return inHand?.status === status ? inHand : undefined
}

/** A job that came into its status without the runners: by a world, or by somebody's order. From here on it is theirs. */
export async function takeInHand(floor: Floor, job: Job): Promise<void> {
  await changing(floor, job, async (writer, fresh) => {
    const logFrom = (await floor.logs.read(job.id))?.size ?? 0
    await writer.saveJob({ ...fresh, inHand: { status: fresh.status, since: floor.clock.now(), logFrom } })
  })
}

async function sceneOf({ store }: Floor, job: Job, inHand: InHand): Promise<Scene> {
  const [details] = await store.read((reader) => reader.details([job]))
  if (details === undefined) throw new Error(`job ${job.id} has no details`)
  return { ...details, plan: planFor(job), since: inHand.since, goesOn: inHand.logFrom > 0 }
}

/** Appends inside a transaction, though no row changes: who erases the log waits for us, or we see that it is erased. */
async function grow(floor: Floor, job: Job, inHand: InHand, log: string): Promise<void> {
  const size = (await floor.logs.read(job.id))?.size ?? 0
  if (size - inHand.logFrom >= Buffer.byteLength(log)) return
  await changing(floor, job, async () => void (await append(floor.logs, job.id, inHand, log)))
}

/** Appends what is missing, and gives back the whole log. */
async function append(logs: LogStore, jobId: number, { logFrom }: InHand, log: string): Promise<Uint8Array> {
  const size = (await logs.read(jobId))?.size ?? 0
  await logs.append(jobId, Buffer.from(log).subarray(size - logFrom))
  const whole = await logs.read(jobId)
  return whole === undefined ? Buffer.of() : buffer(whole.open(0, whole.size))
}

interface Left {
  /** In the order in which GitLab lists them: the archive before the log, reports after it. */
  readonly before: readonly NewArtifact[]
  readonly after: readonly NewArtifact[]
  readonly expireAt: number | null
}

/** Stores what a job leaves behind; only a job that succeeds leaves an archive. */
async function putArtifacts({ archives, clock }: Floor, job: Job, { artifacts, outcome }: WholePlan): Promise<Left> {
  if (artifacts === null) return { before: [], after: [], expireAt: null }
  const { access, keepFor, files, tableOfContents, reports } = artifacts
  const expireAt = keepFor === null ? null : clock.now() + keepFor
  const terms = { jobId: job.id, access, expireAt }
  const changedAt = new Date(job.startedAt ?? job.createdAt)
  const leaves = files !== undefined && outcome === 'success'
  const before = leaves ? await putArchive(terms, { files, tableOfContents, changedAt }, archives) : []
  const after: NewArtifact[] = []
  for (const report of reports) after.push(await putReport(terms, report, archives))
  return { before, after, expireAt: before.length + after.length === 0 ? null : expireAt }
}

/**
 * Removes what was stored for a job that did not come to its end: somebody ended it meanwhile, or the server was killed
 * before the rows were kept. Called before the runners let go of the job, so after a crash it is done again.
 */
async function removeOrphans({ store, archives }: Floor, job: Job): Promise<void> {
  const known = await store.read((reader) => reader.artifacts(job.id))
  const keys = keysOf(job.id, planFor(job).artifacts?.reports ?? [])
  await archives.remove(keys.filter((key) => known.every((other) => other.key !== key)))
}
