import { roles } from '../access/roles.ts'
import { tokenHash } from '../access/tokens.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { JobStore, JobWriter } from '../storage/job-store.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { Instant } from '../storage/records.ts'
import { withBots } from './bots.ts'
import { environmentsOf } from './environments.ts'
import { membersOf } from './namespaces.ts'
import { projectLinks } from './project-links.ts'
import { type JobPlace, jobRecord, pipelineRecord, projectRecord, runnerRecord, userRecord } from './records-of-world.ts'
import { moment } from './relative-time.ts'
import { type PreparedRemains, prepareRemains } from './remains-of-job.ts'
import type { World, WorldJob, WorldToken } from './world.ts'

export interface Stores {
  readonly store: JobStore
  readonly logs: LogStore
  readonly archives: ArtifactStore
}

/** So many jobs at once: disks answer several questions as fast as one, but not thousands. */
const hands = 8

/** Puts a world into empty stores: first the bytes of logs and artifacts, then all rows in one change. */
export async function loadWorld(world: World, { store, logs, archives }: Stores, now: Instant): Promise<void> {
  const remains = new Map<number, PreparedRemains>()
  const waiting = allJobs(world).values()
  const prepare = async () => {
    for (const job of waiting) remains.set(job.id, await prepareRemains(job, { logs, archives }, now))
  }
  await Promise.all(Array.from({ length: hands }, prepare))
  await store.write((writer) => addRows(writer, withBots(world), remains, now))
}

function allJobs(world: World): WorldJob[] {
  return world.projects.flatMap(({ pipelines }) => pipelines.flatMap(({ jobs }) => jobs))
}

async function addRows(writer: JobWriter, world: World, remains: ReadonlyMap<number, PreparedRemains>, now: Instant): Promise<void> {
  const userIds = new Map(world.users.map(({ username, id }) => [username, id]))
  for (const user of world.users) await writer.addUser(userRecord(user, now))
  for (const runner of world.runners ?? []) await writer.addRunner(runnerRecord(runner, now))
  for (const project of world.projects) {
    await writer.addProject(projectRecord(project, projectLinks(world, project), now), project.former_paths)
    for (const [username, role] of membersOf(world, project)) await writer.addMember(project.id, idOf(userIds, username), roles[role])
  }
  const environment = environmentsOf(world.projects)
  for (const project of world.projects) {
    for (const [index, pipeline] of project.pipelines.entries()) {
      const record = pipelineRecord(pipeline, project.id, index + 1, now)
      await writer.addPipeline(record)
      const stages = [...new Set(pipeline.jobs.map(({ stage }) => stage))]
      for (const job of pipeline.jobs) {
        const username = job.user ?? pipeline.user
        const userId = username === undefined ? null : idOf(userIds, username)
        const place = { projectPath: project.path, environment, pipeline: record, stageIndex: stages.indexOf(job.stage), userId }
        await addJob(writer, job, place, remains, now)
      }
    }
  }
  for (const token of world.tokens ?? []) await addToken(writer, token, userIds, now)
}

async function addJob(
  writer: JobWriter,
  job: WorldJob,
  place: JobPlace,
  remains: ReadonlyMap<number, PreparedRemains>,
  now: Instant,
): Promise<void> {
  await writer.addJob(jobRecord(job, place, now))
  for (const { artifact, entries } of remains.get(job.id)?.artifacts ?? []) await writer.addArtifact(artifact, entries)
}

async function addToken(writer: JobWriter, token: WorldToken, userIds: ReadonlyMap<string, number>, now: Instant): Promise<void> {
  const job = token.job === undefined ? undefined : await writer.job(token.job)
  const userId = token.user === undefined ? job?.userId : idOf(userIds, token.user)
  if (userId == null) throw new Error(`the token of job ${token.job} belongs to nobody: the job does not exist or nobody started it`)
  await writer.addToken(tokenHash(token.token), {
    kind: job === undefined ? token.kind : 'job',
    userId,
    jobId: job?.id ?? null,
    scopes: token.scopes,
    expiresAt: token.expires === undefined ? null : moment(token.expires, now),
    revoked: token.revoked,
  })
}

function idOf(userIds: ReadonlyMap<string, number>, username: string): number {
  const id = userIds.get(username)
  if (id === undefined) throw new Error(`the world has no user ${username}`)
  return id
}
