import { createHash } from 'node:crypto'
import { type Job, type Pipeline, type User, type World, waiting } from './world.ts'
import { zipOf } from './zip.ts'

// How people, pipelines and jobs are written.

const site = 'http://independent.example'
const sha = (text: string) => createHash('sha1').update(text).digest('hex')
const time = (date: Date | null) => date?.toISOString() ?? null
const seconds = (from: Date | null, to: Date | null) => (from === null ? null : ((to ?? new Date()).getTime() - from.getTime()) / 1000)
const epoch = '2026-01-02T03:04:05.000Z'

export const userView = ({ id, username }: User) => ({
  ...{ id, username, public_email: '', name: username, state: 'active', locked: false, avatar_url: null },
  ...{ web_url: `${site}/${username}`, created_at: epoch, bio: null, location: null, linkedin: '', twitter: '', discord: '' },
  ...{ website_url: '', github: '', organization: null, job_title: null, pronouns: null, bot: false, work_information: null },
  local_time: null,
})

function commitView(world: World, { id, projectId }: Pipeline) {
  const [hash, who] = [sha(`commit ${id}`), { author_name: 'ada', author_email: 'ada@lab.example' }]
  return {
    ...{ id: hash, short_id: hash.slice(0, 8), created_at: epoch, parent_ids: [], title: 'Change it', message: 'Change it', ...who },
    ...{ authored_date: epoch, committer_name: 'ada', committer_email: 'ada@lab.example', committed_date: epoch, trailers: {} },
    ...{ extended_trailers: {}, web_url: `${site}/${world.projects[projectId - 1]?.path}/-/commit/${hash}` },
  }
}

export const pipelineView = (world: World, pipeline: Pipeline) => ({
  ...{ id: pipeline.id, iid: pipeline.id, project_id: pipeline.projectId, sha: sha(`commit ${pipeline.id}`), ref: pipeline.ref },
  ...{ status: world.statusOf(pipeline), source: 'push', created_at: epoch, updated_at: epoch },
  web_url: `${site}/${world.projects[pipeline.projectId - 1]?.path}/-/pipelines/${pipeline.id}`,
})

const runner = {
  ...{ id: 1, description: 'shed', ip_address: null, active: true, paused: false, is_shared: true, runner_type: 'instance_type' },
  ...{ name: 'gitlab-runner', online: true, status: 'online' },
}

const isGone = ({ expireAt }: Job) => expireAt !== null && expireAt.getTime() < Date.now()
/** An archive that has not expired. */
export const archiveOf = (job: Job): Buffer | undefined => (job.files === null || isGone(job) ? undefined : zipOf(job.files))

function artifactsOf(job: Job) {
  const of = (file_type: string, size: number, filename: string, file_format: string | null) => ({ file_type, size, filename, file_format })
  return [
    ...(job.files === null ? [] : [of('archive', zipOf(job.files).length, 'artifacts.zip', 'zip')]),
    ...(job.files === null || !job.hasTable ? [] : [of('metadata', 99, 'metadata.gz', 'gzip')]),
    ...(job.log === null ? [] : [of('trace', job.log.length, 'job.log', null)]),
    ...(job.hasReport ? [of('junit', 98, 'junit.xml.gz', 'gzip')] : []),
  ]
}

function commonView(world: World, job: Job) {
  const pipeline = world.pipelineOf(job)
  const user = world.users.find(({ username }) => username === job.user)
  return {
    ...{ id: job.id, status: job.status, stage: job.stage, name: job.name, ref: pipeline.ref, tag: false, coverage: null },
    ...{ allow_failure: job.allowFailure, created_at: time(job.createdAt), started_at: time(job.startedAt) },
    ...{ finished_at: time(job.finishedAt), erased_at: time(job.erasedAt), duration: seconds(job.startedAt, job.finishedAt) },
    queued_duration: waiting.has(job.status) && job.status !== 'pending' ? null : seconds(job.createdAt, job.startedAt),
    ...{ user: user === undefined ? null : userView(user), commit: commitView(world, pipeline), pipeline: pipelineView(world, pipeline) },
    ...(job.status === 'failed' ? { failure_reason: 'script_failure' } : {}),
    ...{
      web_url: `${site}/${world.projects[pipeline.projectId - 1]?.path}/-/jobs/${job.id}`,
      project: { ci_job_token_scope_enabled: false },
    },
  }
}

export function jobView(world: World, job: Job) {
  const zip = archiveOf(job)
  return {
    ...commonView(world, job),
    ...(zip === undefined ? {} : { artifacts_file: { filename: 'artifacts.zip', size: zip.length } }),
    ...{ artifacts: artifactsOf(job), runner: job.startedAt === null ? null : runner, artifacts_expire_at: time(job.expireAt) },
    ...(job.isBridge ? {} : { runner_manager: null }),
    ...{ archived: job.isArchived, tag_list: ['docker', 'linux'] },
  }
}

export const bridgeView = (world: World, job: Job) => ({
  ...commonView(world, job),
  downstream_pipeline: job.downstream === null ? null : pipelineView(world, job.downstream),
})
