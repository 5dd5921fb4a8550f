import { type OperationId, operations } from '@jobs-api/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrixWorld, projectId, visibilities } from './matrix-world.suite.ts'
import { type Role, roles } from './roles.ts'

// Who may do what, cell by cell: role x visibility x public pipelines x token kind x operation, over HTTP. The expectations are written
// down here once more, in other words than those of `abilities.ts`: an examiner does not read the pupil's notes.

const callers = ['anonymous', 'outsider', 'guest', 'planner', 'reporter', 'developer', 'maintainer', 'owner'] as const
type Caller = (typeof callers)[number]
type Verdict = 'allowed' | 'unauthorized' | 'hidden' | 'forbidden' | 'scope' | 'foreign' | 'no job'
type Visibility = (typeof visibilities)[number]

interface Cell {
  readonly caller: Caller
  readonly visibility: Visibility
  readonly publicPipelines: boolean
}

const level = (caller: Caller) => (caller in roles ? roles[caller as Role] : 0)
const sees = ({ caller, visibility }: Cell) =>
  level(caller) > 0 || visibility === 'public' || (visibility === 'internal' && caller !== 'anonymous')
const readsJobs = (cell: Cell) => level(cell.caller) >= 20 || (cell.publicPipelines && sees(cell))
const atLeast = (least: number) => (cell: Cell) => level(cell.caller) >= least

/** What each operation asks of a caller who sees the project. */
const demands: Record<Exclude<OperationId, 'getTokenJob' | 'getAllowedAgents'>, (cell: Cell) => boolean> = {
  listProjectJobs: readsJobs,
  listPipelineJobs: (cell) => readsJobs(cell) || cell.visibility === 'public',
  listPipelineBridges: readsJobs,
  getJob: readsJobs,
  getJobLog: readsJobs,
  downloadJobArtifacts: readsJobs,
  listJobArtifactTree: readsJobs,
  getJobArtifactFile: readsJobs,
  downloadRefArtifacts: readsJobs,
  getRefArtifactFile: readsJobs,
  cancelJob: atLeast(30),
  retryJob: atLeast(30),
  playJob: atLeast(30),
  keepJobArtifacts: atLeast(30),
  eraseJob: atLeast(40),
  deleteJobArtifacts: atLeast(40),
  deleteProjectArtifacts: atLeast(40),
}

const ids = Object.keys(demands) as (keyof typeof demands)[]
const takesAnonymous = new Set<OperationId>([
  'listPipelineJobs',
  'listPipelineBridges',
  'downloadJobArtifacts',
  'listJobArtifactTree',
  'getJobArtifactFile',
  'downloadRefArtifacts',
  'getRefArtifactFile',
])
const takesJobTokens = new Set<OperationId>([...takesAnonymous, 'listProjectJobs'])

const cells = visibilities.flatMap((visibility) =>
  [true, false].flatMap((publicPipelines) => callers.map((caller): Cell => ({ caller, visibility, publicPipelines }))),
)

let world: Awaited<ReturnType<typeof matrixWorld>>
beforeAll(async () => {
  world = await matrixWorld()
})
afterAll(() => world.stop())

async function ask(id: OperationId, cell: Cell, headers: Record<string, string>): Promise<Verdict> {
  const project = projectId(cell.visibility, cell.publicPipelines)
  const filled: Record<string, string> = {
    id: String(project),
    job_id: String(project * 100 + 1),
    pipeline_id: String(project * 10),
    ref_name: 'main',
    artifact_path: 'report.txt',
  }
  const path = operations[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
  const query = path.includes('/jobs/artifacts/') ? '?job=test' : ''
  const response = await fetch(`${world.url}/api/v4${path}${query}`, { method: operations[id].method.toUpperCase(), headers })
  return verdictOf(response.status, await response.text())
}

/** State refusals ("not retryable", "Unplayable Job", nothing to keep) come after the right was found to be there. */
function verdictOf(status: number, body: string): Verdict {
  if (status === 401) return 'unauthorized'
  if (body.includes('insufficient_scope')) return 'scope'
  if (body === '{"message":"404 Project Not Found"}') return 'hidden'
  if (body === '{"message":"404 Job Not Found"}') return 'no job'
  if (body === '{"message":"403 Forbidden"}') return 'forbidden'
  if (body.startsWith('{"message":"403 Forbidden - Authentication by CI/CD job token')) return 'foreign'
  if (status >= 500) throw new Error(body)
  return 'allowed'
}

function expected(id: keyof typeof demands, cell: Cell): Verdict {
  if (cell.caller === 'anonymous' && !takesAnonymous.has(id)) return 'unauthorized'
  if (!sees(cell)) return 'hidden'
  return demands[id](cell) ? 'allowed' : 'forbidden'
}

const nameOf = ({ caller, visibility, publicPipelines }: Cell) =>
  `${caller} on a ${visibility} project${publicPipelines ? '' : ' with closed pipelines'}`
const personal = (caller: Caller, kind = 'personal'): Record<string, string> =>
  caller === 'anonymous' ? {} : { 'PRIVATE-TOKEN': `matrix-${caller}-${kind}` }

/** All operations of one row of the matrix, asked and expected. */
async function row(cell: Cell, headers: Record<string, string>, want: (id: keyof typeof demands) => Verdict) {
  const got = await Promise.all(ids.map(async (id) => [id, await ask(id, cell, headers)] as const))
  expect(Object.fromEntries(got)).toEqual(Object.fromEntries(ids.map((id) => [id, want(id)])))
}

test.each(cells.map((cell) => [nameOf(cell), cell] as const))('%s', async (_, cell) => {
  await row(cell, personal(cell.caller), (id) => expected(id, cell))
})

const signedIn = cells.filter(({ caller }) => caller !== 'anonymous')

test.each(signedIn.map((cell) => [nameOf(cell), cell] as const))('%s, with a token that may only read', async (_, cell) => {
  await row(cell, personal(cell.caller, 'read'), (id) => (operations[id].method === 'get' ? expected(id, cell) : 'scope'))
})

test.each(signedIn.map((cell) => [nameOf(cell), cell] as const))('%s, with an OAuth token as Bearer', async (_, cell) => {
  await row(cell, { Authorization: `Bearer matrix-${cell.caller}-oauth` }, (id) => expected(id, cell))
})

const dead = ['expired', 'revoked', 'unknown']
test.each(cells.filter(({ caller }) => caller === 'owner').flatMap((cell) => dead.map((kind) => [nameOf(cell), kind, cell] as const)))(
  '%s, with a token that is %s',
  async (_, kind, cell) => {
    await row(cell, personal('owner', kind), () => 'unauthorized')
  },
)

const memberCells = signedIn.filter(({ caller }) => caller !== 'outsider')

test.each(memberCells.map((cell) => [nameOf(cell), cell] as const))('%s, with the token of a job of that project', async (_, cell) => {
  const token = `matrix-${cell.caller}-job-${projectId(cell.visibility, cell.publicPipelines)}`
  await row(cell, { 'JOB-TOKEN': token }, (id) => (takesJobTokens.has(id) ? expected(id, cell) : 'unauthorized'))
})

test.each(memberCells.map((cell) => [nameOf(cell), cell] as const))(
  '%s, with the token of a job of a project that is not let in',
  async (_, cell) => {
    const asOutsider: Cell = { ...cell, caller: 'outsider' }
    await row(cell, { 'JOB-TOKEN': `matrix-${cell.caller}-job-99` }, (id) => {
      if (!takesJobTokens.has(id)) return 'unauthorized'
      return cell.visibility === 'private' ? 'foreign' : expected(id, asOutsider)
    })
  },
)

test('the operations about the token itself know job tokens only', async () => {
  const [cell] = cells
  if (cell === undefined) throw new Error('there are cells')
  for (const id of ['getTokenJob', 'getAllowedAgents'] as const) {
    expect(await ask(id, cell, {})).toBe('unauthorized')
    expect(await ask(id, cell, personal('owner'))).toBe('no job')
    expect(await ask(id, cell, { 'JOB-TOKEN': 'matrix-developer-job-99' })).toBe('allowed')
  }
})

test('a hidden project, job or pipeline is answered like one that does not exist', async () => {
  const hidden = projectId('private', true)
  const text = async (path: string, token: string) => {
    const response = await fetch(`${world.url}/api/v4${path}`, { headers: { 'PRIVATE-TOKEN': token } })
    return `${response.status} ${await response.text()}`
  }
  for (const rest of ['', `/${hidden * 100 + 1}`, `/${hidden * 100 + 1}/trace`, `/${hidden * 100 + 1}/artifacts`])
    expect(await text(`/projects/${hidden}/jobs${rest}`, 'matrix-outsider-personal')).toBe(
      await text(`/projects/4711/jobs${rest}`, 'matrix-outsider-personal'),
    )
  expect(await text(`/projects/matrix%2Fformer-${hidden}/jobs`, 'matrix-outsider-personal')).toBe(
    await text('/projects/matrix%2Fnothing/jobs', 'matrix-outsider-personal'),
  )
})
