import type { JobDetails, JobReader, JobWriter } from '../job-store.ts'
import type { Artifact, Job, Pipeline, Project, Runner, User } from '../records.ts'
import { holdJob, holdPipeline } from './hold.ts'
import { drawNumber } from './numbers.ts'
import { countOfJobs, pageOfJobs } from './page-of-jobs.ts'
import type { Session } from './session.ts'

type Reader = Pick<
  JobReader,
  'pipeline' | 'hasPipeline' | 'job' | 'jobs' | 'countJobs' | 'details' | 'successfulPipelines' | 'underWay' | 'newestPipeline'
>
type Writer = Pick<JobWriter, 'addPipeline' | 'savePipeline' | 'addJob' | 'saveJob'>

export const jobReader = (session: Session): Reader => ({
  pipeline: (project, id) =>
    holdPipeline(session, id, () =>
      session.record<Pipeline>('select data from pipelines where id = $1 and project_id = $2', [id, project]),
    ),
  hasPipeline: async (id) => (await session.number('select count(*) from pipelines where id = $1', [id])) > 0,
  job: (id) => holdJob(session, id, () => session.record<Job>('select data from jobs where id = $1', [id])),
  jobs: (filter, window) => {
    const { sql, values } = pageOfJobs(filter, window)
    return session.records<Job>(sql, values)
  },
  countJobs: (filter, upTo) => {
    const { sql, values } = countOfJobs(filter, upTo)
    return session.number(sql, values)
  },
  details: (jobs) => detailsOf(session, jobs),
  successfulPipelines: (project, ref, limit) =>
    session.records<Pipeline>(
      `select data from pipelines where project_id = $1 and ref = $2 and status = 'success' order by id desc limit $3`,
      [project, ref, limit],
    ),
  newestPipeline: (project, ref) =>
    session.record<Pipeline>('select data from pipelines where project_id = $1 and ref = $2 order by id desc limit 1', [project, ref]),
  underWay: (statuses) => session.records<Job>(jobsUnderWay(statuses)),
})

/**
 * The statuses stand in the statement itself, since they are few and always the same: planned for all values alike, it would look through all jobs,
 * four times a second.
 */
export const jobsUnderWay = (statuses: readonly Job['status'][]): string => {
  const listed = statuses.map((status) => `'${status}'`).join(', ')
  const inStatus = statuses.length === 0 ? '' : `select id from jobs where status in (${listed}) union `
  return `select data from jobs where id in (${inStatus}select id from jobs where in_hand) order by id`
}

/** The jobs of a page mostly share pipeline, user and runner: each is asked for once, and all of a kind at once. */
async function detailsOf(session: Session, jobs: readonly Job[]): Promise<readonly JobDetails[]> {
  const byId = async <Row extends { id: number }>(table: string, ids: readonly (number | null | undefined)[]) => {
    const wanted = [...new Set(ids)].filter((id) => id != null)
    const rows = wanted.length === 0 ? [] : await session.records<Row>(`select data from ${table} where id = any($1)`, [wanted])
    return new Map(rows.map((row) => [row.id, row]))
  }
  const downstreamIds = jobs.map((job) => job.downstreamPipelineId)
  const [pipelines, users, runners, artifacts] = await Promise.all([
    byId<Pipeline>('pipelines', [...jobs.map((job) => job.pipelineId), ...downstreamIds]),
    byId<User>(
      'users',
      jobs.map((job) => job.userId),
    ),
    byId<Runner>(
      'runners',
      jobs.map((job) => job.runnerId),
    ),
    session.records<Artifact>('select data from artifacts where job_id = any($1) order by id', [jobs.map(({ id }) => id)]),
  ])
  const projects = await byId<Project>(
    'projects',
    [...pipelines.values()].map(({ projectId }) => projectId),
  )
  const ofJob = Map.groupBy(artifacts, ({ jobId }) => jobId)
  return jobs.map((job) => {
    const [project, pipeline] = [projects.get(job.projectId), pipelines.get(job.pipelineId)]
    if (project === undefined || pipeline === undefined) throw new Error(`job ${job.id} has lost its project or its pipeline`)
    const downstream = pipelines.get(job.downstreamPipelineId ?? 0)
    const downstreamProject = downstream && projects.get(downstream.projectId)
    return {
      ...{ job, project, pipeline, artifacts: ofJob.get(job.id) ?? [] },
      user: users.get(job.userId ?? 0),
      runner: runners.get(job.runnerId ?? 0),
      downstream: downstream && downstreamProject && { pipeline: downstream, project: downstreamProject },
    }
  })
}

export const jobWriter = (session: Session): Writer => ({
  addPipeline: async (pipeline) => {
    const id = await drawNumber(session, 'pipeline_numbers', pipeline.id)
    const added = { ...pipeline, id, iid: pipeline.iid ?? (await nextIid(session, pipeline.projectId)) }
    const insert = 'insert into pipelines (id, iid, project_id, ref, status, data) values ($1, $2, $3, $4, $5, $6)'
    await session.run(insert, [id, added.iid, added.projectId, added.ref, added.status, JSON.stringify(added)])
    return added
  },
  savePipeline: async (pipeline) =>
    void (await session.run('update pipelines set status = $2, data = $3 where id = $1', [
      pipeline.id,
      pipeline.status,
      JSON.stringify(pipeline),
    ])),
  addJob: async (job) => {
    const added: Job = { ...job, id: await drawNumber(session, 'job_numbers', job.id) }
    const insert = `insert into jobs (id, project_id, pipeline_id, kind, status, name, retried, in_hand, data, ref)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, ref from pipelines where id = $3`
    await session.run(insert, [added.id, added.projectId, added.pipelineId, added.kind, ...changeable(added)])
    return added
  },
  saveJob: async (job) =>
    void (await session.run('update jobs set status = $2, name = $3, retried = $4, in_hand = $5, data = $6 where id = $1', [
      job.id,
      ...changeable(job),
    ])),
})

/** What of a job may be other than when it was added, in the order of the statements. */
const changeable = (job: Job) => [job.status, job.name, job.retried, job.inHand !== null, JSON.stringify(job)] as const

/** One after the other in each project: two pipelines that are added at once do not get the same. */
async function nextIid(session: Session, project: number): Promise<number> {
  await session.run('select from projects where id = $1 for no key update', [project])
  return session.number('select coalesce(max(iid), 0) + 1 from pipelines where project_id = $1', [project])
}
