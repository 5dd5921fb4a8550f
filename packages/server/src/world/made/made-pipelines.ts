import { pipelineStatus } from '@jobs-api/lifecycle'
import type { Instant, Job, Pipeline } from '../../storage/records.ts'
import { Dice } from './dice.ts'
import { people, runnerCount } from './people-and-projects.ts'

export interface Size {
  readonly jobs: number
  readonly projects: number
  readonly seed: number
  /** The moment before which everything happened. */
  readonly now: Instant
}

export interface MadePipeline {
  readonly pipeline: Pipeline
  readonly jobs: readonly Job[]
}

const year = 365 * 86_400_000
const minute = 60_000

/** What runs in a pipeline, a stage after the other; larger pipelines split their tests. */
const stages = [
  ['build', ['compile', 'build-image']],
  ['test', ['lint', 'unit', 'integration', 'audit']],
  ['package', ['package', 'sign']],
  ['deploy', ['deploy-staging', 'smoke', 'deploy-production']],
] as const

const failures = [
  ...([
    ['script_failure', 80],
    ['runner_system_failure', 6],
    ['job_execution_timeout', 5],
  ] as const),
  ...([
    ['stuck_or_timeout_failure', 5],
    ['api_failure', 2],
    ['ci_quota_exceeded', 2],
  ] as const),
] as const

/** Pipelines with their jobs, oldest first, one at a time: however many there are, one is in memory. */
export function* madePipelines({ jobs, projects, seed, now }: Size): Generator<MadePipeline> {
  const counts = new Map<number, number>()
  const ofProjects = shares(projects)
  let made = 0
  for (let id = 1; made < jobs; id++) {
    const dice = new Dice(`${seed} ${id}`)
    const projectId = dice.pick(ofProjects)
    const iid = (counts.get(projectId) ?? 0) + 1
    counts.set(projectId, iid)
    // By the number of its first job, so that the jobs of a year are spread over it. The last begins so long ago that all has ended.
    const createdAt = Math.floor(now - 150 * minute - year * (1 - made / jobs))
    const frame = { id, iid, projectId, createdAt }
    const own = madeJobs(dice, frame, made + 1).slice(0, jobs - made)
    made += own.length
    yield { pipeline: madePipeline(dice, frame, own), jobs: own }
  }
}

/** One project has 40 % of everything, the next ones ever less, as it is where many teams share a server. */
function shares(projects: number): (readonly [number, number])[] {
  const rest = Array.from({ length: projects - 1 }, (_, index) => [index + 2, 1 / (index + 1)] as const)
  const total = rest.reduce((sum, [, weight]) => sum + weight, 0)
  return [[1, projects === 1 ? 1 : (total * 40) / 60], ...rest]
}

type Frame = Pick<Pipeline, 'id' | 'iid' | 'projectId' | 'createdAt'>

function madePipeline(dice: Dice, frame: Frame, jobs: readonly Job[]): Pipeline {
  const sha = dice.digits(40)
  const ref = dice.pick([
    ['main', 45],
    [`feature/${dice.between(1, 400)}`, 45],
    [`release/${dice.between(1, 12)}.x`, 10],
  ])
  const [, authorName] = people[dice.between(0, people.length - 1)] ?? people[0]
  const committedAt = Math.floor(frame.createdAt / 1000) * 1000 - 120_000
  return {
    ...{
      ...frame,
      sha,
      ref,
      tag: false,
      status: statusOf(jobs),
      source: dice.pick([
        ['push', 70],
        ['merge_request_event', 22],
        ['schedule', 8],
      ]),
    },
    updatedAt: Math.max(frame.createdAt, ...jobs.map(({ finishedAt }) => finishedAt ?? 0)),
    commit: {
      ...{
        sha,
        message: `Change number ${frame.iid}`,
        authorName,
        authorEmail: `${authorName.split(' ')[0]?.toLowerCase()}@harbor.example`,
      },
      ...{ committedAt, offset: 60, parents: [] },
    },
  }
}

function statusOf(jobs: readonly Job[]): Pipeline['status'] {
  const latest = jobs.filter(({ retried }) => !retried)
  return pipelineStatus(latest.map(({ status, allowFailure }) => ({ status, allow_failure: allowFailure })))
}

function madeJobs(dice: Dice, frame: Frame, firstId: number): Job[] {
  const jobs: Job[] = []
  const splits = dice.pick([
    [1, 60],
    [4, 30],
    [12, 10],
  ])
  let at = frame.createdAt
  let isBroken = false
  for (const [stageIndex, [stage, names]] of stages.entries()) {
    const all = names.flatMap((name) =>
      name === 'unit' && splits > 1 ? Array.from({ length: splits }, (_, i) => `unit ${i + 1}/${splits}`) : [name],
    )
    let end = at
    for (const name of all) {
      const status = statusIn(dice, name, isBroken)
      const job = (retried: boolean, ends: Job['status'], from: Instant) =>
        madeJob(dice, {
          ...frame,
          pipelineId: frame.id,
          id: firstId + jobs.length,
          name,
          stage,
          stageIndex,
          status: ends,
          retried,
          at: from,
        })
      const isTwin = status === 'failed' && dice.next() < 0.35
      jobs.push(job(isTwin, status, at))
      if (isTwin) jobs.push(job(false, dice.next() < 0.8 ? 'success' : 'failed', jobs.at(-1)?.finishedAt ?? at))
      end = Math.max(end, jobs.at(-1)?.finishedAt ?? at)
    }
    at = end
    isBroken ||= jobs.some(({ retried, status }) => !retried && (status === 'failed' || status === 'canceled'))
  }
  return jobs
}

function statusIn(dice: Dice, name: string, isBroken: boolean): Job['status'] {
  if (isBroken) return 'skipped'
  if (name === 'deploy-production')
    return dice.pick([
      ['manual', 70],
      ['success', 30],
    ])
  return dice.pick([
    ['success', 965],
    ['failed', 28],
    ['canceled', 7],
  ])
}

interface Place extends Omit<Frame, 'iid'> {
  readonly pipelineId: number
  readonly name: string
  readonly stage: string
  readonly stageIndex: number
  readonly status: Job['status']
  readonly retried: boolean
  readonly at: Instant
}

function madeJob(dice: Dice, { id, projectId, pipelineId, name, stage, stageIndex, status, retried, at, createdAt }: Place): Job {
  const hasRun = status === 'success' || status === 'failed' || status === 'canceled'
  const startedAt = hasRun ? at + dice.between(500, 40_000) : null
  return {
    ...{ id, kind: 'build', projectId, pipelineId, name, stage, stageIndex, status, retried },
    ...{
      when: name === 'deploy-production' ? 'manual' : 'on_success',
      allowFailure: name === 'audit' || name === 'deploy-production',
      createdAt,
    },
    coverage: status === 'success' && name.startsWith('unit') ? dice.between(7000, 9900) / 100 : null,
    ...{ queuedAt: hasRun ? at : null, startedAt, finishedAt: startedAt === null ? null : startedAt + dice.between(4000, 900_000) },
    ...{ erasedAt: null, scheduledAt: null, failureReason: status === 'failed' ? dice.pick(failures) : null },
    ...{ userId: dice.between(1, people.length - 1), runnerId: hasRun ? dice.between(1, runnerCount) : null, artifactsExpireAt: null },
    ...{ archived: false, debug: false, cancelsGracefully: true, tags: ['linux', 'docker'], environment: null, resourceGroup: null },
    ...{ inputs: {}, inputValues: {}, variables: [], downstreamPipelineId: null, plan: null, inHand: null },
  }
}
