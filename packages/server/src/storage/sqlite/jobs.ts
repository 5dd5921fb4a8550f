import type { JobDetails, JobReader, JobWriter } from '../job-store.ts'
import type { Artifact, Job, Pipeline, Project, Runner, User } from '../records.ts'
import type { Database } from './database.ts'
import { anyOf, condition, pageOfJobs } from './page-of-jobs.ts'

type Reader = Pick<
  JobReader,
  'pipeline' | 'hasPipeline' | 'job' | 'jobs' | 'countJobs' | 'details' | 'successfulPipelines' | 'underWay' | 'newestPipeline'
>
type Writer = Pick<JobWriter, 'addPipeline' | 'savePipeline' | 'addJob' | 'saveJob'>

export const jobReader = (database: Database): Reader => ({
  pipeline: async (project, id) =>
    database.record<Pipeline>('select data from pipelines where id = $id and project_id = $project', { id, project }),
  hasPipeline: async (id) => database.number('select count(*) from pipelines where id = $id', { id }) > 0,
  job: async (id) => database.record<Job>('select data from jobs where id = $id', { id }),
  jobs: async (filter, window) => {
    const { sql, parameters } = pageOfJobs(filter, window)
    return database.records<Job>(sql, parameters)
  },
  countJobs: async (filter, upTo) => {
    const { where, table, parameters } = condition(filter)
    return database.number(`select count(*) from (select 1 from ${table} where ${where} limit $upTo)`, { ...parameters, upTo })
  },
  details: async (jobs) => {
    const known = lookUps(database, jobs)
    return jobs.map((job) => detailsOf(job, known))
  },
  successfulPipelines: async (project, ref, limit) =>
    database.records<Pipeline>(
      `select data from pipelines where project_id = $project and ref = $ref and status = 'success' order by id desc limit $limit`,
      { project, ref, limit },
    ),
  newestPipeline: async (project, ref) =>
    database.record<Pipeline>('select data from pipelines where project_id = $project and ref = $ref order by id desc limit 1', {
      project,
      ref,
    }),
  underWay: async (statuses) => {
    const { list, parameters } = anyOf(statuses)
    // Two indexed searches: asked with "or", SQLite reads the whole table.
    const found = `select id from jobs where status in (${list}) union select id from jobs where data ->> '$.inHand' is not null`
    return database.records<Job>(`select data from jobs where id in (${found}) order by id`, parameters)
  },
})

/** Look-ups by id that remember: the jobs of a page mostly share pipeline, user and runner. Their artifacts are fetched at once. */
function lookUps(database: Database, jobs: readonly Job[]) {
  const byId = <Row>(table: string) => {
    const rows = new Map<number, Row | undefined>()
    return (id: number): Row | undefined => {
      if (!rows.has(id)) rows.set(id, database.record<Row>(`select data from ${table} where id = $id`, { id }))
      return rows.get(id)
    }
  }
  const ofJobs = 'select data from artifacts where job_id in (select value from json_each($jobs)) order by id'
  const artifacts = Map.groupBy(
    database.records<Artifact>(ofJobs, { jobs: JSON.stringify(jobs.map(({ id }) => id)) }),
    ({ jobId }) => jobId,
  )
  return {
    project: byId<Project>('projects'),
    pipeline: byId<Pipeline>('pipelines'),
    user: byId<User>('users'),
    runner: byId<Runner>('runners'),
    artifacts: (job: number) => artifacts.get(job) ?? [],
  }
}

function detailsOf(job: Job, known: ReturnType<typeof lookUps>): JobDetails {
  const project = known.project(job.projectId)
  const pipeline = known.pipeline(job.pipelineId)
  if (project === undefined || pipeline === undefined) throw new Error(`job ${job.id} has lost its project or its pipeline`)
  const downstream = job.downstreamPipelineId === null ? undefined : known.pipeline(job.downstreamPipelineId)
  const downstreamProject = downstream && known.project(downstream.projectId)
  return {
    job,
    project,
    pipeline,
    user: job.userId === null ? undefined : known.user(job.userId),
    runner: job.runnerId === null ? undefined : known.runner(job.runnerId),
    artifacts: known.artifacts(job.id),
    downstream: downstream && downstreamProject && { pipeline: downstream, project: downstreamProject },
  }
}

export const jobWriter = (database: Database): Writer => ({
  addPipeline: async (pipeline) => {
    const lastIid = `select coalesce(max(data ->> '$.iid'), 0) from pipelines where project_id = $project`
    const iid = pipeline.iid ?? database.number(lastIid, { project: pipeline.projectId }) + 1
    const insert = 'insert into pipelines (id, project_id, ref, status, data) values ($id, $project, $ref, $status, $data)'
    const id = database.run(insert, { ...pipelineRow({ ...pipeline, iid, id: pipeline.id ?? 0 }), id: pipeline.id ?? null })
    const added = { ...pipeline, iid, id }
    if (pipeline.id === undefined) await jobWriter(database).savePipeline(added)
    return added
  },
  savePipeline: async (pipeline) =>
    void database.run(
      'update pipelines set project_id = $project, ref = $ref, status = $status, data = $data where id = $id',
      pipelineRow(pipeline),
    ),
  addJob: async (job) => {
    const insert =
      'insert into jobs (id, project_id, pipeline_id, kind, status, retried, data) values ($id, $project, $pipeline, $kind, $status, $retried, $data)'
    const id = database.run(insert, { ...jobRow({ ...job, id: job.id ?? 0 }), id: job.id ?? null })
    const added = { ...job, id }
    // Only now the number is known; it stands in the record, too.
    if (job.id === undefined) await jobWriter(database).saveJob(added)
    return added
  },
  saveJob: async (job) =>
    void database.run(
      'update jobs set project_id = $project, pipeline_id = $pipeline, kind = $kind, status = $status, retried = $retried, data = $data where id = $id',
      jobRow(job),
    ),
})

const pipelineRow = (pipeline: Pipeline) => ({
  id: pipeline.id,
  project: pipeline.projectId,
  ref: pipeline.ref,
  status: pipeline.status,
  data: JSON.stringify(pipeline),
})

const jobRow = (job: Job) => ({
  id: job.id,
  project: job.projectId,
  pipeline: job.pipelineId,
  kind: job.kind,
  status: job.status,
  retried: Number(job.retried),
  data: JSON.stringify(job),
})
