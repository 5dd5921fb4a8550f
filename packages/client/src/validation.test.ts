import { document, isObject, type Json, type OperationId, resolve } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { createJobsClient, type JobsApiError } from './index.ts'
import { answerSchema, validateAnswers } from './validation.ts'

const bare = new Ajv2020({ strict: true })
const thorough = formats.default(new Ajv2020({ strict: true }))

/** Each answer that the contract shows for a success, with its operation. */
const shown: { id: OperationId; name: string; value: Json }[] = Object.entries(operations).flatMap(([id, { path, method, success }]) => {
  const operation = resolve(document, document.paths[path]?.[method])
  const { content } = resolve(document, resolve(document, operation['responses'])[String(success)])
  const media = isObject(content) ? content['application/json'] : undefined
  const examples = media === undefined ? undefined : resolve(document, media)['examples']
  if (!isObject(examples)) return []
  return Object.entries(examples).map(([name, example]) => {
    return { id: id as OperationId, name, value: resolve(document, example)['value'] ?? null }
  })
})
const job = shown.find(({ id }) => id === 'getJob')?.value
if (!isObject(job)) throw new Error('the contract shows no job')

test('the contract shows many', () => expect(shown.length).toBeGreaterThan(40))

describe.each([
  ['an Ajv as it comes', bare],
  ['an Ajv that knows formats', thorough],
  ['an Ajv of an older dialect', new Ajv()],
])('%s', (_, ajv) => {
  const validate = validateAnswers({ ajv })
  test.each(shown)('finds nothing in $id $name', ({ id, value }) => expect(validate(id, value, String)).toEqual([]))
})

/** What a call makes of an answer. */
const answered = (value: Json, token = 'demo-dana-personal') =>
  createJobsClient({
    baseUrl: 'https://gitlab.example/api/v4',
    token,
    validate: validateAnswers({ ajv: thorough }),
    fetch: async () => Response.json(value),
  })
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: JobsApiError) => error,
  )

test.each<[string, Json]>([
  ['an unknown status', { ...job, status: 'resting' }],
  ['an unknown reason', { ...job, failure_reason: 'tired' }],
  ['an unknown member', { ...job, mood: 'fine' }],
])('%s is no fault', async (_, value) => {
  expect(await answered(value).getJob(1, 8)).toEqual(value)
})

test.each<[string, Json, string, string, string]>([
  ['another type', { ...job, id: 'eight' }, '/id', 'must be integer', '"eight"'],
  ['another type deep inside', { ...job, pipeline: { ...Object(job['pipeline']), id: null } }, '/pipeline/id', 'must be integer', 'null'],
  ['one of two forms', { ...job, runner: { ...Object(job['runner']), id: [] } }, '/runner/id', 'must be integer', '[]'],
  ['a date that is none', { ...job, created_at: 'today' }, '/created_at', 'must match format "date-time"', '"today"'],
])('%s is an error that says where, what was expected and what came', async (_, value, path, expected, received) => {
  const error = await errorOf(answered(value).getJob(1, 8))
  expect(error).toMatchObject({
    name: 'JobsApiError',
    message: `getJob: the answer ${path} ${expected}, but is ${received}`,
    kind: 'invalid_answer',
    status: 200,
    canRetry: false,
    attempts: 1,
    rawBody: JSON.stringify(value),
  })
  expect(error?.problems?.[0]).toEqual({ path, expected, received })
})

test('what is missing is named', async () => {
  const { status, ...rest } = job
  const error = await errorOf(answered(rest).getJob(1, 8))
  expect(error?.problems).toEqual([
    { path: '', expected: `must have required property 'status'`, received: expect.stringMatching(/^{.{79}\.\.\.$/) },
  ])
})

test('each page of a list is looked at', async () => {
  const error = await errorOf(
    answered([job, { ...job, id: 0.5 }])
      .listProjectJobs(1)
      .first(1),
  )
  expect(error).toMatchObject({ kind: 'invalid_answer', operationId: 'listProjectJobs', problems: [{ path: '/1/id' }] })
})

test('a credential in an answer is not told by the error', async () => {
  const token = 'glpat-must-not-be-told'
  const error = await errorOf(answered({ ...job, id: `${'x'.repeat(70)}${token}` }, token).getJob(1, 8))
  expect(error?.kind).toBe('invalid_answer')
  expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain(token.slice(0, 8))
})

test('checks that were compiled before are used, and what has none is not looked at', async () => {
  const getJob = thorough.compile(answerSchema('getJob') ?? {})
  const validate = validateAnswers({ checks: { getJob } })
  expect(validate('getJob', {}, String).length).toBeGreaterThan(0)
  expect(validate('retryJob', {}, String)).toEqual([])
  expect(answerSchema('getJobLog')).toBeUndefined()
})

test('a check that says no and not why is believed', () => {
  expect(validateAnswers({ checks: { getJob: () => false } })('getJob', 1, String)).toMatchObject([{ path: '', received: '1' }])
})
