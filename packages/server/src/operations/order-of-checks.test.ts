import { type OperationId, operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

// Where several refusals apply, which one is answered. Facts `errors-check-order` and `errors-lookup-first`.

const { ask, fresh, changeJob } = demoWorld()

const unauthorized = [401, { message: '401 Unauthorized' }]
const forbidden = [403, { message: '403 Forbidden' }]
const noJob = [404, { message: '404 Not found' }]
const noProject = [404, { message: '404 Project Not Found' }]

const jobs =
  (rest: string) =>
  (id: number | string, project: number | string = 1) =>
    `/projects/${project}/jobs/${id}${rest}`
/** The operations on one job, by how they look for it. */
const projectFirst: Readonly<Record<string, readonly [string, ReturnType<typeof jobs>]>> = {
  getJob: ['GET', jobs('')],
  getJobLog: ['GET', jobs('/trace')],
  downloadJobArtifacts: ['GET', jobs('/artifacts')],
  listJobArtifactTree: ['GET', jobs('/artifacts/tree')],
  getJobArtifactFile: ['GET', jobs('/artifacts/report.txt')],
  cancelJob: ['POST', jobs('/cancel')],
  playJob: ['POST', jobs('/play')],
  deleteJobArtifacts: ['DELETE', jobs('/artifacts')],
}
const jobFirst: typeof projectFirst = {
  retryJob: ['POST', jobs('/retry')],
  eraseJob: ['POST', jobs('/erase')],
  keepJobArtifacts: ['POST', jobs('/artifacts/keep')],
}
const onOneJob = { ...projectFirst, ...jobFirst }

test('every operation on one job is asked below', () => {
  const all = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].path.includes('{job_id}'))
  expect(all.sort()).toEqual(Object.keys(onOneJob).sort())
})

describe.each(Object.entries(onOneJob))('%s', (_, [method, target]) => {
  test('parameters come before the project', async () => {
    expect((await ask(`${method} ${target('one', 999)}`)).refusal).toEqual([400, { error: 'job_id is invalid' }])
    expect((await ask(`${method} ${target('one')}`, { as: 'sam' })).refusal).toEqual([400, { error: 'job_id is invalid' }])
  })

  test('the project comes before the job', async () => {
    expect((await ask(`${method} ${target(8, 999)}`)).refusal).toEqual(noProject)
    expect((await ask(`${method} ${target(999)}`, { as: 'sam' })).refusal).toEqual(noProject)
    expect((await ask(`${method} ${target(8)}`, { as: 'sam' })).refusal).toEqual(noProject)
  })

  test('a job of another project is not found, though the caller could see it there', async () => {
    expect((await ask(`${method} ${target(51)}`, { as: 'olga' })).refusal).toEqual(noJob)
  })

  test('a project that moved is redirected for GET, and refused otherwise, before the job', async () => {
    const { status, json } =
      method === 'GET'
        ? { status: (await ask(`GET ${target(999, 'harbor%2Fshop')}`)).status, json: undefined }
        : await ask(`${method} ${target(999, 'harbor%2Fshop')}`)
    expect([status, json]).toEqual(
      method === 'GET' ? [301, undefined] : [405, { message: 'Non GET methods are not allowed for moved projects' }],
    )
  })
})

const signedIn = Object.entries(onOneJob).filter(
  ([id]) => !(operations[id as OperationId].credentials as readonly string[]).includes('anonymous'),
)

test('most of them need somebody', () => {
  expect(signedIn.map(([id]) => id)).toEqual([
    'getJob',
    'getJobLog',
    'cancelJob',
    'playJob',
    'deleteJobArtifacts',
    'retryJob',
    'eraseJob',
    'keepJobArtifacts',
  ])
})

test.each(signedIn)('%s tells nobody anything', async (_, [method, target]) => {
  for (const address of [target(8), target(999), target('one'), target(8, 999), target(61, 2)])
    expect((await ask(`${method} ${address}`, { as: null })).refusal).toEqual(unauthorized)
})

describe.each(Object.entries(projectFirst))('%s', (_, [method, target]) => {
  test('the right in the project comes before the job: a Guest in a project whose jobs are hidden', async () => {
    expect((await ask(`${method} ${target(999, 3)}`, { as: 'gus' })).refusal).toEqual(forbidden)
    expect((await ask(`${method} ${target(51, 3)}`, { as: 'gus' })).refusal).toEqual(forbidden)
  })
})

describe.each(['cancelJob', 'deleteJobArtifacts'])('%s', (id) => {
  test('needs its own right in the project before the job is looked for', async () => {
    const [method, target] = projectFirst[id] ?? ['', jobs('')]
    expect((await ask(`${method} ${target(999)}`, { as: 'rita' })).refusal).toEqual(forbidden)
  })
})

test('playJob needs no more than reading before the job is looked for', async () => {
  expect((await ask('POST /projects/1/jobs/999/play', { as: 'rita' })).refusal).toEqual(noJob)
  expect((await ask('POST /projects/1/jobs/26/play', { as: 'rita' })).refusal).toEqual(forbidden)
})

describe.each(Object.entries(jobFirst))('%s', (_, [method, target]) => {
  test.each([
    ['rita', 1, 8],
    ['gus', 1, 8],
    ['gus', 3, 51],
  ])('tells %s, who has no right, a missing job from one that is there', async (as, project, id) => {
    expect((await ask(`${method} ${target(999, project)}`, { as })).refusal).toEqual(noJob)
    expect((await ask(`${method} ${target(id, project)}`, { as })).refusal).toEqual(forbidden)
  })
})

describe('rights come before the state of the job', () => {
  test.each([
    ['retry', 14],
    ['erase', 14],
    ['play', 8],
    ['cancel', 8],
  ])('%s of job %i', async (action, id) => {
    expect((await ask(`POST /projects/1/jobs/${id}/${action}`, { as: 'rita' })).refusal).toEqual(forbidden)
  })

  test.each(['retry', 'erase', 'cancel', 'artifacts/keep', 'play'])('an archived job is nobody’s: %s', async (action) => {
    await fresh()
    await changeJob(8, { archived: true })
    expect((await ask(`POST /projects/1/jobs/8/${action}`, { as: 'olga' })).refusal).toEqual(forbidden)
  })
})

describe('the state of the job comes before inputs', () => {
  test('retry', async () => {
    expect((await ask('POST /projects/1/jobs/16/retry', { body: { inputs: { colour: 'blue' } } })).json).toEqual({
      message: '403 Forbidden - Job is not retryable',
    })
  })
})

describe('lists', () => {
  test.each([
    ['GET /projects/999/jobs?scope=nonsense', 'dana', [400, { error: 'scope does not have a valid value' }]],
    ['GET /projects/999/jobs?pagination=keyset&cursor=x', 'dana', noProject],
    ['GET /projects/999/jobs?page=99999', 'dana', noProject],
    ['GET /projects/3/jobs?page=99999', 'gus', forbidden],
    ['GET /projects/999/pipelines/one/jobs', 'dana', [400, { error: 'pipeline_id is invalid' }]],
    ['GET /projects/999/pipelines/6/jobs', 'dana', noProject],
    ['GET /projects/3/pipelines/999/jobs', 'gus', forbidden],
    ['GET /projects/1/pipelines/999/jobs', 'gus', noJob],
    ['GET /projects/1/pipelines/9/bridges', 'dana', noJob],
    ['GET /projects/6/pipelines/999/jobs', null, noJob],
    ['GET /projects/6/pipelines/999/bridges', null, forbidden],
    ['GET /projects/3/jobs/artifacts/main/download', 'gus', [400, { error: 'job is missing' }]],
    ['GET /projects/3/jobs/artifacts/nowhere/download?job=x', 'gus', forbidden],
  ])('%s as %s', async (line, as, wanted) => {
    expect((await ask(line, { as })).refusal).toEqual(wanted)
  })
})
