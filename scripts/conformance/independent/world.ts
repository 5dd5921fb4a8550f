// What the independent implementation knows: people, projects, pipelines and jobs, all in memory.

export interface User {
  readonly id: number
  readonly username: string
  readonly isBlocked: boolean
}

export const roles = { guest: 10, reporter: 20, developer: 30, maintainer: 40 } as const

export interface Project {
  readonly id: number
  readonly path: string
  readonly formerPath?: string
  readonly isPublic: boolean
  /** Whether everybody who sees the project sees its pipelines. */
  readonly hasPublicPipelines: boolean
  /** Branches to which only maintainers may push. */
  readonly protectedRefs: readonly string[]
  readonly isRefreshing: boolean
  readonly members: ReadonlyMap<string, number>
  /** Projects whose jobs may read here. */
  readonly allowList: readonly number[]
}

export interface Pipeline {
  readonly id: number
  readonly projectId: number
  readonly ref: string
}

export interface Job {
  readonly id: number
  readonly pipelineId: number
  readonly name: string
  readonly stage: string
  readonly user: string
  readonly isBridge: boolean
  /** The pipeline that a trigger job has started. */
  readonly downstream: Pipeline | null
  readonly allowFailure: boolean
  readonly isArchived: boolean
  readonly isDebug: boolean
  /** Whether its runner can be asked to end by itself. */
  readonly isGraceful: boolean
  readonly inputs: Readonly<Record<string, 'string' | 'number'>> | null
  readonly access: 'everybody' | 'maintainer' | 'nobody'
  readonly createdAt: Date
  status: string
  startedAt: Date | null
  finishedAt: Date | null
  erasedAt: Date | null
  expireAt: Date | null
  isReplaced: boolean
  log: string | null
  files: ReadonlyMap<string, string> | null
  /** Whether the archive has a table of what is in it. */
  hasTable: boolean
  hasReport: boolean
}

const people: readonly (readonly [name: string, role: number])[] = [
  ['ada', roles.maintainer],
  ['ben', roles.developer],
  ['cleo', roles.reporter],
  ['dov', roles.guest],
  ['fay', roles.developer],
]
const members = new Map(people)

const place = { formerPath: '', isPublic: false, hasPublicPipelines: true, protectedRefs: [], isRefreshing: false, members, allowList: [] }

export class World {
  readonly users: readonly User[] = [...members.keys(), 'eve'].map((username, index) => ({
    ...{ id: index + 1, username, isBlocked: username === 'fay' },
  }))
  readonly projects: readonly Project[] = [
    { ...place, id: 1, path: 'lab/engine', formerPath: 'lab/motor', allowList: [2] },
    { ...place, id: 2, path: 'lab/console', isPublic: true, protectedRefs: ['main'] },
    { ...place, id: 3, path: 'lab/ledger', hasPublicPipelines: false },
    { ...place, id: 4, path: 'lab/handbook', isPublic: true, hasPublicPipelines: false },
    { ...place, id: 5, path: 'lab/attic', isRefreshing: true },
  ]
  readonly pipelines: Pipeline[] = []
  readonly jobs: Job[] = []

  addPipeline(projectId: number, ref: string): Pipeline {
    const pipeline = { id: this.pipelines.length + 1, projectId, ref }
    this.pipelines.push(pipeline)
    return pipeline
  }

  addJob({ id: pipelineId }: Pipeline, name: string, status: string, more: Partial<Job> = {}): Job {
    const now = Date.now()
    const [hasStarted, isOver] = [!waiting.has(status), over.has(status)]
    const job: Job = {
      ...{ id: this.jobs.length + 1, pipelineId, name, stage: 'test', user: 'ada', isBridge: false, downstream: null, allowFailure: false },
      ...{ isArchived: false, isDebug: false, isGraceful: false, inputs: null, access: 'everybody', isReplaced: false },
      ...{ createdAt: new Date(now - 90_000), startedAt: hasStarted ? new Date(now - 60_000) : null, erasedAt: null, expireAt: null },
      ...{ finishedAt: isOver ? new Date(now - 30_000) : null, log: hasStarted ? `$ make ${name}\n` : null, files: null },
      ...{ hasTable: true, hasReport: false, status },
      ...more,
    }
    this.jobs.push(job)
    return job
  }

  pipelineOf = ({ pipelineId }: Job): Pipeline => this.pipelines.find(({ id }) => id === pipelineId) ?? { id: 0, projectId: 0, ref: '' }

  jobsIn = ({ id }: Pipeline): readonly Job[] => this.jobs.filter(({ pipelineId }) => pipelineId === id)

  statusOf(pipeline: Pipeline): string {
    const statuses = new Set(
      this.jobsIn(pipeline).flatMap(({ status, isReplaced, allowFailure }) =>
        isReplaced || (allowFailure && over.has(status)) ? [] : status,
      ),
    )
    if ([...statuses].some((status) => !over.has(status) && status !== 'manual' && status !== 'skipped')) return 'running'
    return ['failed', 'canceled', 'manual'].find((status) => statuses.has(status)) ?? 'success'
  }
}

export const over: ReadonlySet<string> = new Set(['success', 'failed', 'canceled'])
export const waiting: ReadonlySet<string> = new Set([
  'created',
  'pending',
  'manual',
  'scheduled',
  'skipped',
  'preparing',
  'waiting_for_resource',
])
export const archive: ReadonlyMap<string, string> = new Map([
  ['report.txt', 'one\n'],
  ['some/dir/file.txt', 'two\n'],
])
