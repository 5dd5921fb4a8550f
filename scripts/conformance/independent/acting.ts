import { requireActing, requireErasing, requireReading, roleOf } from './caller.ts'
import { type Answer, type Asked, jobIn } from './reading.ts'
import { forbidden, invalid, noFile, refused, unauthorized } from './refusal.ts'
import { bridgeView, jobView } from './view.ts'
import { type Job, over, roles, waiting } from './world.ts'

/** Looks the job up, then asks who is there. */
function mine(asked: Asked, withBridges = false): Job {
  if (asked.caller === undefined) throw unauthorized()
  const job = jobIn(asked, withBridges)
  requireActing(asked.project, asked.world.pipelineOf(job), asked.caller)
  if (job.isArchived) throw forbidden()
  return job
}

export function cancel(asked: Asked): Answer {
  const { force } = asked.body
  if (force !== undefined && !['true', 'false', '1', '0'].includes(String(force))) throw invalid('force is invalid')
  const isForced = force === true || force === 'true'
  const job = mine(asked)
  if (isForced && job.status === 'canceling' && roleOf(asked.project, asked.caller) < roles.maintainer) throw forbidden()
  if (isForced ? job.status !== 'canceling' : idle.has(job.status)) return { status: 201, body: jobView(asked.world, job) }
  if (job.status === 'running' && job.isGraceful) job.status = 'canceling'
  else {
    job.status = 'canceled'
    job.finishedAt = new Date()
  }
  return { status: 201, body: jobView(asked.world, job) }
}

/** Cancelling these changes nothing. */
const idle: ReadonlySet<string> = new Set([...over, 'manual', 'skipped', 'canceling'])

function checkInputs({ inputs }: Job, given: unknown): void {
  if (inputs === null || typeof given !== 'object' || given === null) return
  const unknown = Object.keys(given).filter((name) => inputs[name] === undefined)
  if (unknown.length > 0) throw refused(400, `400 Bad request - Unknown input${unknown.length > 1 ? 's' : ''}: ${unknown.join(', ')}`)
  for (const [name, value] of Object.entries(given))
    if (typeof value !== inputs[name]) throw refused(400, `400 Bad request - \`${name}\` input: provided value is not a ${inputs[name]}`)
}

/** Another attempt of a job that is over. Jobs that were skipped after it get their turn. */
function again({ world, caller }: Asked, job: Job): Job {
  for (const later of world.jobsIn(world.pipelineOf(job))) if (later.status === 'skipped' && later.id > job.id) later.status = 'created'
  job.isReplaced = true
  const { id: _, createdAt: __, ...rest } = job
  return world.addJob(world.pipelineOf(job), job.name, 'pending', {
    ...rest,
    ...{
      status: 'pending',
      user: caller?.user.username ?? '',
      isReplaced: false,
      createdAt: new Date(),
      startedAt: null,
      finishedAt: null,
    },
    ...{ erasedAt: null, expireAt: null, log: null, files: null, hasReport: false },
  })
}

export function retry(asked: Asked): Answer {
  const job = mine(asked, true)
  if (!over.has(job.status) || job.isReplaced) throw refused(403, '403 Forbidden - Job is not retryable')
  checkInputs(job, asked.body['inputs'])
  return { status: 201, body: jobView(asked.world, again(asked, job)) }
}

export function play(asked: Asked): Answer {
  if (asked.caller === undefined) throw unauthorized()
  requireReading(asked.project, asked.caller)
  const variables = asked.body['job_variables_attributes']
  if (Array.isArray(variables)) checkVariables(variables)
  const job = mine(asked, true)
  if (variables !== undefined && !asked.project.hasPublicPipelines && roleOf(asked.project, asked.caller) < roles.maintainer)
    throw forbidden()
  checkInputs(job, asked.body['job_inputs'])
  const wasPlayed = job.name === 'deploy' && over.has(job.status) && !job.isReplaced
  if (!wasPlayed && job.status !== 'manual' && job.status !== 'scheduled') throw refused(400, '400 Bad request - Unplayable Job')
  const played = wasPlayed ? again(asked, job) : Object.assign(job, { status: 'pending', user: asked.caller.user.username })
  return { status: 200, body: (job.isBridge ? bridgeView : jobView)(asked.world, played) }
}

function checkVariables(variables: readonly unknown[]): void {
  const faults = variables.flatMap((each, index) => {
    const { key, value } = Object(each)
    const missing = Object.entries({ key, value }).filter(([, given]) => given === undefined)
    const wrong = Object.entries({ key, value }).filter(([, given]) => typeof given === 'object')
    return [
      ...missing.map(([name]) => `job_variables_attributes[${index}][${name}] is missing`),
      ...wrong.map(([name]) => `job_variables_attributes[${index}][${name}] is invalid`),
    ]
  })
  if (faults.length > 0) throw invalid(faults.join(', '))
}

function requireCalm({ project }: Asked): void {
  if (project.isRefreshing)
    throw refused(409, 'Action temporarily disabled. The project this pipeline belongs to is undergoing stats refresh.')
}

function erasable(asked: Asked): Job {
  if (asked.caller === undefined) throw unauthorized()
  const job = jobIn(asked)
  requireErasing(asked.project, asked.world.pipelineOf(job), job, asked.caller)
  if (job.isArchived) throw forbidden()
  requireCalm(asked)
  return job
}

const leaveNothing = { files: null, expireAt: null, hasReport: false } as const

export function erase(asked: Asked): Answer {
  const job = erasable(asked)
  const hasSomething = job.log !== null || job.files !== null || job.hasReport
  if (!over.has(job.status) || job.erasedAt !== null || !hasSomething) throw refused(403, '403 Forbidden - Job is not erasable!')
  Object.assign(job, leaveNothing, { log: null, erasedAt: new Date() })
  return { status: 201, body: jobView(asked.world, job) }
}

export function deleteArtifacts(asked: Asked): Answer {
  Object.assign(erasable(asked), leaveNothing)
  return { status: 204 }
}

export function keep(asked: Asked): Answer {
  const job = mine(asked)
  if (job.files === null || (job.expireAt !== null && job.expireAt.getTime() < Date.now())) throw noFile()
  job.expireAt = null
  return { status: 200, body: jobView(asked.world, job) }
}

/** Archives of what is over go; logs stay. */
export function deleteOfProject(asked: Asked): Answer {
  if (asked.caller === undefined) throw unauthorized()
  if (roleOf(asked.project, asked.caller) < roles.maintainer) throw forbidden()
  requireCalm(asked)
  for (const job of asked.world.jobs)
    if (asked.world.pipelineOf(job).projectId === asked.project.id && job.files !== null && !waiting.has(job.status))
      job.expireAt = new Date(0)
  return { status: 202, body: { message: '202 Accepted' } }
}
