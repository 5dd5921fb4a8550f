import { type Caller, requireReading, roleOf } from './caller.ts'
import { pageAfter, pageOf } from './pages.ts'
import { forbidden, invalid, noFile, noRecord, Refusal, refused, unauthorized } from './refusal.ts'
import { bridgeView, jobView } from './view.ts'
import { type Job, type Pipeline, type Project, roles, type World } from './world.ts'
import { zipOf } from './zip.ts'

/** What a request has come to once it is known who asks, and about what. */
export interface Asked {
  readonly world: World
  readonly url: URL
  readonly caller: Caller | undefined
  readonly project: Project
  /** The rest of the path. */
  readonly words: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
}

export interface Answer {
  readonly status: number
  /** Sent as it is if it is bytes, and as JSON otherwise. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const statuses =
  'created waiting_for_resource preparing waiting_for_callback pending running success failed canceling canceled skipped manual scheduled'

function scopeOf({ searchParams }: URL): ReadonlySet<string> | undefined {
  const several = [...searchParams].filter(([name]) => /^scope\[\d*\]$/.test(name)).map(([, value]) => value)
  const wanted = several.length > 0 ? several : searchParams.getAll('scope').slice(-1)
  if (wanted.some((status) => !statuses.split(' ').includes(status))) throw invalid('scope does not have a valid value')
  return wanted.length === 0 ? undefined : new Set(wanted)
}

export function number(name: string, text: string | undefined): number {
  if (text === undefined || !/^\d+$/.test(text)) throw invalid(`${name} is invalid`)
  return Number(text)
}

/** The jobs that a list is about, the newest first. */
function listed({ world, url, project }: Asked, fits: (job: Job) => boolean): readonly Job[] {
  const scope = scopeOf(url)
  return world.jobs
    .filter((job) => world.pipelineOf(job).projectId === project.id && fits(job) && (scope === undefined || scope.has(job.status)))
    .toReversed()
}

export function listProjectJobs(asked: Asked): Answer {
  const { world, url, project, caller } = asked
  requireReading(project, caller)
  const ref = url.searchParams.get('ref')
  const jobs = listed(asked, (job) => !job.isBridge && ((ref ?? '') === '' || world.pipelineOf(job).ref === ref))
  const isKeyset = url.searchParams.get('pagination') === 'keyset'
  const [order, sort] = [url.searchParams.get('order_by') ?? 'id', url.searchParams.get('sort') ?? 'desc']
  if (isKeyset && (order !== 'id' || sort !== 'desc'))
    throw new Refusal(405, { error: 'Keyset pagination is not yet available for this type of request' })
  if (!isKeyset && Number(url.searchParams.get('page')) * Number(url.searchParams.get('per_page') ?? 20) > 50_000)
    throw new Refusal(405, { error: 'Offset pagination has a maximum allowed offset of 50000' })
  const { rows, headers } = isKeyset ? pageAfter(jobs, url) : pageOf(jobs, url, false)
  return { status: 200, body: rows.map((job) => jobView(world, job as Job)), headers }
}

export const pipelineIn = ({ world, project }: Asked, id: number): Pipeline => {
  const found = world.pipelines.find((pipeline) => pipeline.id === id && pipeline.projectId === project.id)
  if (found === undefined) throw noRecord()
  return found
}

export function listOfPipeline(asked: Asked, isBridge: boolean): Answer {
  const { world, url, caller, project, words } = asked
  const id = number('pipeline_id', words[1])
  scopeOf(url)
  const mayReadJobs = project.hasPublicPipelines || roleOf(project, caller) >= roles.reporter
  if (!mayReadJobs && (isBridge || !project.isPublic)) throw forbidden()
  const pipeline = pipelineIn(asked, id)
  const everything = url.searchParams.get('include_retried') === 'true'
  const jobs = listed(
    asked,
    (job) => job.pipelineId === pipeline.id && job.isBridge === isBridge && (everything || !job.isReplaced) && mayReadJobs,
  )
  const { rows, headers } = pageOf(jobs, url, true)
  return { status: 200, body: rows.map((job) => (isBridge ? bridgeView : jobView)(world, job as Job)), headers }
}

/** A job of the project; trigger jobs are found by few. */
export function jobIn({ world, project, words }: Asked, withBridges = false): Job {
  const id = number('job_id', words[1])
  const found = world.jobs.find((job) => job.id === id && world.pipelineOf(job).projectId === project.id)
  if (found === undefined || (found.isBridge && !withBridges)) throw noRecord()
  return found
}

export function getJob(asked: Asked): Answer {
  number('job_id', asked.words[1])
  requireReading(asked.project, asked.caller)
  return { status: 200, body: jobView(asked.world, jobIn(asked)) }
}

export function getJobLog(asked: Asked): Answer {
  const { searchParams } = asked.url
  const limit = searchParams.get('byte_limit')
  if (limit !== null && (Number(limit) < 1 || Number(limit) > 512_000)) throw invalid('byte_limit does not have a valid value')
  number('job_id', asked.words[1])
  requireReading(asked.project, asked.caller)
  const job = jobIn(asked)
  if (job.isDebug && roleOf(asked.project, asked.caller) < roles.developer) throw forbidden()
  const from = Number(searchParams.get('byte_offset') ?? 0)
  const bytes = Buffer.from(job.log ?? '').subarray(from, limit === null ? undefined : from + Number(limit))
  return { status: 200, body: bytes, headers: { 'Content-Type': 'text/plain', 'Content-Disposition': `infile; filename="${job.id}.log"` } }
}

export function requireArchive({ project, caller }: Asked, { access }: Job): void {
  requireReading(project, caller)
  if (access === 'nobody' || (access === 'maintainer' && roleOf(project, caller) < roles.maintainer)) throw forbidden()
}

export function aboutTokenJob({ world, caller }: Pick<Asked, 'world' | 'caller'>, what: string | undefined): Answer {
  if (caller === undefined) throw unauthorized()
  if (caller.job === undefined) throw refused(404, '404 Job Not Found')
  const { job, user } = caller
  const pipeline = world.pipelineOf(job)
  if (what === undefined) return { status: 200, body: jobView(world, job) }
  const roles_in_project = ['guest', 'planner', 'reporter', 'security_manager', 'developer']
  return {
    status: 200,
    body: {
      ...{
        allowed_agents: [],
        job: { id: job.id },
        pipeline: { id: pipeline.id },
        project: { id: pipeline.projectId, groups: [{ id: 1 }] },
      },
      ...{ user: { id: user.id, username: user.username, roles_in_project }, environment: { tier: 'staging', slug: 'staging' } },
    },
  }
}

export function zipAnswer(job: Job): Answer {
  // What has expired is sent as long as it is there.
  if (job.files === null) throw noFile()
  const zip = zipOf(job.files)
  const disposition = `attachment; filename="artifacts.zip"; filename*=UTF-8''artifacts.zip`
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Disposition': disposition, 'Content-Transfer-Encoding': 'binary' }
  return { status: 200, body: zip, headers }
}
