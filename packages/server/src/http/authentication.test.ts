import { describe, expect, test } from 'vitest'
import { tokenHash } from '../access/tokens.ts'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh, changeJob, clock } = demoWorld()

const unauthorized = [401, { message: '401 Unauthorized' }]
const list = 'GET /projects/1/jobs?per_page=1'
const nobody = { as: null }

describe('a token travels', () => {
  test.each([
    ['PRIVATE-TOKEN', { 'PRIVATE-TOKEN': 'demo-dana-personal' }, '', 200],
    ['private-token', { 'private-token': 'demo-dana-personal' }, '', 200],
    ['a bearer', { Authorization: 'Bearer demo-dana-personal' }, '', 200],
    ['a bearer in small letters', { Authorization: 'bearer  demo-dana-personal ' }, '', 200],
    ['private_token', {}, 'private_token=demo-dana-personal', 200],
    ['an OAuth token as bearer', { Authorization: 'Bearer demo-dana-oauth' }, '', 200],
    ['an OAuth token as access_token', {}, 'access_token=demo-dana-oauth', 200],
    ['JOB-TOKEN', { 'JOB-TOKEN': 'demo-webshop-job' }, '', 200],
    ['a job token as bearer', { Authorization: 'Bearer demo-webshop-job' }, '', 200],
    ['job_token', {}, 'job_token=demo-webshop-job', 200],
    ['a personal token as access_token', {}, 'access_token=demo-dana-personal', 200],
    ['a personal token as JOB-TOKEN', { 'JOB-TOKEN': 'demo-dana-personal' }, '', 401],
    ['a personal token as job_token', {}, 'job_token=demo-dana-personal', 401],
    ['an OAuth token as PRIVATE-TOKEN', { 'PRIVATE-TOKEN': 'demo-dana-oauth' }, '', 401],
    ['an OAuth token as JOB-TOKEN', { 'JOB-TOKEN': 'demo-dana-oauth' }, '', 401],
    ['a job token as PRIVATE-TOKEN', { 'PRIVATE-TOKEN': 'demo-webshop-job' }, '', 401],
    ['a job token as private_token', {}, 'private_token=demo-webshop-job', 401],
    ['a job token as access_token', {}, 'access_token=demo-webshop-job', 401],
    ['an empty header beside a good query', { 'PRIVATE-TOKEN': '' }, 'private_token=demo-dana-personal', 200],
    ['nowhere', {}, '', 401],
    ['an empty header', { 'PRIVATE-TOKEN': '' }, '', 401],
    ['a blank bearer', { Authorization: 'Bearer ' }, '', 401],
    ['two words', { Authorization: 'Bearer demo-dana-personal x' }, '', 401],
    ['Basic', { Authorization: `Basic ${btoa('dana:demo-dana-personal')}` }, '', 401],
    ['a cookie', { Cookie: '_gitlab_session=demo-dana-personal' }, '', 401],
    ['a list', {}, 'private_token[]=demo-dana-personal', 401],
  ])('%s', async (_, headers, query, status) => {
    expect((await ask(`${list}&${query}`, { ...nobody, headers })).status).toBe(status)
  })
})

describe('a token is refused', () => {
  test.each([
    'demo-nobody-personal',
    'DEMO-DANA-PERSONAL',
    'demo-dana-personal2',
    tokenHash('demo-dana-personal'),
    "' or 1=1 --",
    'x'.repeat(5000),
  ])('that nobody has: %s', async (token) => {
    expect((await ask(list, { ...nobody, headers: { 'PRIVATE-TOKEN': token } })).refusal).toEqual(unauthorized)
  })

  test('that was revoked', async () => {
    const description = 'Token was revoked. You have to re-authorize from the user.'
    expect((await ask(list, { as: 'dana-revoked' })).refusal).toEqual([401, { error: 'invalid_token', error_description: description }])
  })

  test('from the moment at which it expires, and not before', async () => {
    const day = 86_400_000
    clock.now -= day + 1
    expect((await ask(list, { as: 'dana-expired' })).status).toBe(200)
    clock.now += 1
    expect((await ask(list, { as: 'dana-expired' })).refusal).toEqual([
      401,
      { error: 'invalid_token', error_description: 'Token is expired. You can either do re-authorization or token refresh.' },
    ])
  })

  test.each(['blocked', 'deactivated', 'banned'])('of somebody who is %s', async (state) => {
    const { store } = await fresh()
    await store.write(async (writer) => {
      const dana = await writer.user(2)
      if (dana !== undefined) await writer.addUser({ ...dana, id: 77, username: 'gone', state })
      await writer.addMember(1, 77, 50)
      const token = { kind: 'personal', userId: 77, jobId: null, scopes: ['api'], expiresAt: null, revoked: false } as const
      await writer.addToken(tokenHash('demo-gone-personal'), token)
    })
    expect((await ask(list, { as: 'gone' })).refusal).toEqual([403, { message: '403 Forbidden - Your account has been blocked.' }])
  })

  test('even where nobody need ask for permission', async () => {
    const open = 'GET /projects/2/pipelines/9/jobs'
    expect((await ask(open, nobody)).status).toBe(200)
    expect((await ask(open, { as: 'nobody' })).refusal).toEqual(unauthorized)
    expect((await ask(open, { as: 'finished-job' })).refusal).toEqual(unauthorized)
  })
})

describe('a job token lives as long as its job is under way', () => {
  test.each([
    ...(['running', 'canceling'] as const).map((status) => [status, 200] as const),
    ...(['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'success'] as const).map(
      (status) => [status, 401] as const,
    ),
    ...(['failed', 'canceled', 'skipped', 'manual', 'scheduled'] as const).map((status) => [status, 401] as const),
  ])('%s: %i', async (status, wanted) => {
    await fresh()
    await changeJob(14, { status })
    expect((await ask(list, { as: 'webshop-job' })).status).toBe(wanted)
    expect((await ask('GET /job', { as: 'webshop-job' })).status).toBe(wanted)
  })
})

describe('read_api is for reading', () => {
  test.each([
    ['GET /projects/1/jobs', 200],
    ['HEAD /projects/1/jobs', 200],
    ['GET /projects/1/jobs/8/artifacts', 200],
  ])('%s', async (line, status) => {
    expect((await ask(line, { as: 'dana-read-only' })).status).toBe(status)
  })

  test.each([
    'POST /projects/1/jobs/11/retry',
    'POST /projects/1/jobs/8/artifacts/keep',
    'DELETE /projects/1/jobs/8/artifacts',
    'DELETE /projects/1/artifacts',
  ])('not for %s', async (line) => {
    const error_description = 'The request requires higher privileges than provided by the access token.'
    expect((await ask(line, { as: 'dana-read-only' })).refusal).toEqual([
      403,
      { error: 'insufficient_scope', error_description, scope: 'api' },
    ])
  })

  test('a token without any scope reads nothing', async () => {
    const { store } = await fresh()
    const token = { kind: 'personal', userId: 2, jobId: null, scopes: [], expiresAt: null, revoked: false } as const
    await store.write((writer) => writer.addToken(tokenHash('demo-empty-personal'), token))
    expect((await ask(list, { as: 'empty' })).json).toMatchObject({ error: 'insufficient_scope', scope: 'api read_api' })
  })
})

describe('who is asking is found out first', () => {
  test.each([
    ['a bad parameter', 'GET /projects/1/jobs?scope=nonsense'],
    ['a bad number', 'POST /projects/1/jobs/one/retry'],
    ['no such project', 'GET /projects/999/jobs'],
    ['no such job', 'POST /projects/1/jobs/999/retry'],
  ])('before %s', async (_, line) => {
    expect((await ask(line, nobody)).refusal).toEqual(unauthorized)
    expect((await ask(line, { as: 'nobody' })).refusal).toEqual(unauthorized)
  })

  test('before a body is read', async () => {
    const body = `{${' '.repeat(2 ** 20)}`
    expect(
      (await ask('POST /projects/1/jobs/11/retry', { ...nobody, body, headers: { 'Content-Type': 'application/json' } })).refusal,
    ).toEqual(unauthorized)
  })
})
