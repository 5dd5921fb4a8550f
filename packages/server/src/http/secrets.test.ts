import { describe, expect, test } from 'vitest'
import { type Answer, demoWorld } from '../demo-world.suite.ts'
import { openLog } from '../log.ts'
import { withoutSecrets } from './observation.ts'

// A token goes in, and never comes out again: not in an answer, not in a link, not in the log.

const lines: string[] = []
const log = openLog('debug', (line) => lines.push(line))
const { ask, closeStores } = demoWorld({ report: log.accident, observe: log.request })

const spellings: readonly [string, string, Record<string, string>, string][] = [
  ['a header', 'demo-dana-personal', { 'PRIVATE-TOKEN': 'demo-dana-personal' }, ''],
  ['a bearer', 'demo-dana-oauth', { Authorization: 'Bearer demo-dana-oauth' }, ''],
  ['a header for job tokens', 'demo-webshop-job', { 'JOB-TOKEN': 'demo-webshop-job' }, ''],
  ['a job token as bearer', 'demo-webshop-job', { Authorization: 'bearer demo-webshop-job' }, ''],
  ['the query', 'demo-dana-personal', {}, 'private_token=demo-dana-personal'],
  ['the query, for OAuth', 'demo-dana-oauth', {}, 'access_token=demo-dana-oauth'],
  ['the query, for job tokens', 'demo-webshop-job', {}, 'job_token=demo-webshop-job'],
  ['the query, encoded', 'demo-dana-personal', {}, 'private%5Ftoken=demo-dana-personal'],
  ['two places', 'demo-dana-personal', { 'PRIVATE-TOKEN': 'demo-dana-personal' }, 'job_token=demo-dana-personal'],
  ['a token nobody has', 'wrong-but-secret', { 'PRIVATE-TOKEN': 'wrong-but-secret' }, 'access_token=wrong-but-secret'],
  ['credentials nobody takes', 'c2VjcmV0', { Authorization: 'Basic c2VjcmV0' }, 'private_token[]=c2VjcmV0'],
  ['a slip of the pen', 'demo-dana-personal', {}, 'page=1?private_token=demo-dana-personal'],
]

const targets: readonly [string, string][] = [
  ['a list with links', '/projects/1/jobs?per_page=1&'],
  ['a list by cursor', '/projects/1/jobs?pagination=keyset&per_page=1&'],
  ['the job of the token', '/job?'],
  ['an archive', '/projects/1/jobs/42/artifacts?'],
  ['a project that moved', '/projects/harbor%2Fshop/jobs?'],
  ['no such project', '/projects/999/jobs?'],
  ['a bad parameter', '/projects/1/jobs/one?'],
  ['no such address', '/api/v4/nothing?'],
]

const told = (answer: Answer) => `${JSON.stringify(answer.headers)}\n${answer.bytes.toString('latin1')}`

describe.each(spellings)('a token in %s', (_, token, headers, query) => {
  test.each(targets)('%s', async (_, target) => {
    const answer = await ask(`GET ${target}${query}`, { as: null, headers })
    expect(told(answer)).not.toContain(token)
    expect(await lineOf(answer)).not.toContain(token)
  })

  test('an accident', async () => {
    closeStores()
    const answer = await ask(`GET /projects/1/jobs?${query}`, { as: null, headers })
    expect(told(answer)).not.toContain(token)
    expect(await lineOf(answer)).not.toContain(token)
  })

  test('a body that is wrong', async () => {
    const answer = await ask(`POST /projects/1/jobs/13/play?${query}`, { as: null, headers, body: `{"token": "${token}` })
    expect(told(answer)).not.toContain(token)
    expect(await lineOf(answer)).not.toContain(token)
  })
})

/** All that the log says of a request. It may say so a moment after the answer. */
async function lineOf(answer: Answer): Promise<string> {
  const id = String(answer.headers['x-request-id'])
  const about = () => lines.filter((line) => line.includes(id)).join('')
  await expect.poll(about).toContain('"message":"request"')
  return about()
}

test('a request is told in one line', async () => {
  const answer = await ask('HEAD /projects/1/jobs?page=1&private_token=demo-mia-personal', { as: null })
  expect(JSON.parse(await lineOf(answer))).toEqual({
    level: 'debug',
    time: expect.any(String),
    ...{ request_id: answer.headers['x-request-id'], operation_id: 'listProjectJobs', method: 'HEAD', status: 200, user_id: 3 },
    ...{ path: '/api/v4/projects/1/jobs?page=1&private_token=[REDACTED]', duration_ms: expect.any(Number), complete: true },
    message: 'request',
  })
})

test.each([
  ['/a?job_token=x&page=2', '/a?job_token=[REDACTED]&page=2'],
  ['/a?JOB_TOKEN=x', '/a?JOB_TOKEN=[REDACTED]'],
  ['/a&private_token=x', '/a&private_token=[REDACTED]'],
  ['/a?private_token%3Dx', '/a?private_token=[REDACTED]'],
  ['/a?next=%2Fb%3Fprivate_token%3Dx', '/a?next=[REDACTED]'],
  ['/a?next=%252Fb%253Fprivate%255Ftoken%253Dx', '/a?next=[REDACTED]'],
  ['http://user:word@127.0.0.1/a?page=1', '/a?page=1'],
  ['/a?cursor=eyJ9', '/a?cursor=eyJ9'],
  ['/projects/token/jobs?job=token', '/projects/token/jobs?job=token'],
])('%s is told as %s', (target, wanted) => {
  expect(withoutSecrets(target)).toBe(wanted)
})

test('at the usual level requests are not told, accidents are, and silence is silence', () => {
  const said: string[] = []
  const usual = openLog('info', (line) => said.push(line))
  usual.started({ url: 'http://127.0.0.1:4000', edition: 'current' })
  usual.accident({ requestId: 'r', operationId: 'getJob', error: new Error('the disk is full') })
  expect(usual.request).toBeUndefined()
  expect(said.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', message: 'started', url: 'http://127.0.0.1:4000' },
    { level: 'error', request_id: 'r', operation_id: 'getJob', error: expect.stringContaining('the disk is full') },
  ])
  const silent = openLog('silent', (line) => said.push(line))
  silent.stopped()
  silent.accident({ requestId: 'r', operationId: undefined, error: 'gone' })
  expect(said).toHaveLength(2)
})
