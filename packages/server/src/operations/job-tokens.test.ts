import { type OperationId, operations } from '@jobs-api/contract'
import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

// Where the token of a job is taken for one, and where it is as good as none.

const { ask, fresh } = demoWorld()

/** Every operation, each in its own project, where a job token that is taken gets an answer. */
const lines: Readonly<Record<OperationId, string>> = {
  getTokenJob: 'GET /job',
  getAllowedAgents: 'GET /job/allowed_agents',
  deleteProjectArtifacts: 'DELETE /projects/1/artifacts',
  listProjectJobs: 'GET /projects/1/jobs',
  listPipelineJobs: 'GET /projects/1/pipelines/6/jobs',
  listPipelineBridges: 'GET /projects/1/pipelines/6/bridges',
  getJob: 'GET /projects/1/jobs/14',
  getJobLog: 'GET /projects/1/jobs/14/trace',
  cancelJob: 'POST /projects/1/jobs/14/cancel',
  retryJob: 'POST /projects/1/jobs/11/retry',
  eraseJob: 'POST /projects/1/jobs/11/erase',
  playJob: 'POST /projects/1/jobs/26/play',
  downloadJobArtifacts: 'GET /projects/1/jobs/8/artifacts',
  deleteJobArtifacts: 'DELETE /projects/1/jobs/8/artifacts',
  listJobArtifactTree: 'GET /projects/1/jobs/8/artifacts/tree',
  keepJobArtifacts: 'POST /projects/1/jobs/8/artifacts/keep',
  getJobArtifactFile: 'GET /projects/1/jobs/8/artifacts/report.txt',
  downloadRefArtifacts: 'GET /projects/1/jobs/artifacts/master/download?job=test',
  getRefArtifactFile: 'GET /projects/1/jobs/artifacts/master/raw/report.txt?job=test',
}
const takesThem = [
  ...['getTokenJob', 'getAllowedAgents', 'listProjectJobs', 'listPipelineJobs', 'listPipelineBridges'],
  ...['downloadJobArtifacts', 'listJobArtifactTree', 'getJobArtifactFile', 'downloadRefArtifacts', 'getRefArtifactFile'],
]

test('the contract says the same', () => {
  const said = (Object.keys(operations) as OperationId[]).filter((id) =>
    (operations[id].credentials as readonly string[]).includes('jobToken'),
  )
  expect(said.sort()).toEqual(takesThem.sort())
})

const carriers = [
  ['JOB-TOKEN', { 'JOB-TOKEN': 'demo-webshop-job' }, ''],
  ['bearer', { Authorization: 'Bearer demo-webshop-job' }, ''],
  ['job_token', {}, 'job_token=demo-webshop-job'],
] as const

describe.each(carriers)('%s', (_, headers, query) => {
  test.each(Object.entries(lines))('%s', async (id, line) => {
    await fresh()
    const { status } = await ask(`${line}${query === '' ? '' : `${line.includes('?') ? '&' : '?'}${query}`}`, { as: null, headers })
    expect(status).toBe(takesThem.includes(id) ? 200 : 401)
  })
})

test.each(Object.entries(lines))('the token of a job that is over opens nothing: %s', async (_, line) => {
  expect((await ask(line, { as: 'finished-job' })).refusal).toEqual([401, { message: '401 Unauthorized' }])
})

describe('another project', () => {
  const inside = [
    'listProjectJobs',
    'listPipelineJobs',
    'listPipelineBridges',
    'downloadJobArtifacts',
    'getJobArtifactFile',
    'downloadRefArtifacts',
  ] as const

  test.each(inside)('lets in whom it has on its list: %s', async (id) => {
    expect((await ask(lines[id], { as: 'console-job' })).status).toBe(200)
  })

  test.each(inside)('and nobody else, though the user of the job could: %s', async (id) => {
    expect((await ask(lines[id], { as: 'vault-job' })).refusal).toEqual([
      403,
      { message: '403 Forbidden - Authentication by CI/CD job token not allowed from harbor/vault to project #1.' },
    ])
    expect((await ask(lines[id], { as: 'mia' })).status).toBe(200)
  })

  test('that is public shows what everybody may see, and no more', async () => {
    expect((await ask('GET /projects/2/jobs', { as: 'vault-job' })).status).toBe(200)
    expect((await ask('GET /projects/6/jobs', { as: 'vault-job' })).status).toBe(403)
    expect((await ask('GET /projects/6/jobs', { as: 'mia' })).status).toBe(200)
  })

  test('that does not exist is not found', async () => {
    expect((await ask('GET /projects/999/jobs', { as: 'vault-job' })).refusal).toEqual([404, { message: '404 Project Not Found' }])
  })
})
