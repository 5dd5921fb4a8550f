import type { Handlers } from '@jobs-api/contract'
import { describe, expectTypeOf, test } from 'vitest'
import type { Bytes } from '../storage/bytes.ts'
import { handlers } from './index.ts'
import type { Desk, Operation } from './operation.ts'

// What the compiler keeps: the map of handlers is total, and each answer is one that the contract describes.

type All = Handlers<Desk, Bytes | string>
type Job = Extract<Awaited<ReturnType<Operation<'getJob'>>>, { status: 200 }>['body']

declare const job: Job
declare const bytes: Bytes

describe('the map of handlers', () => {
  test('is total', () => {
    expectTypeOf(handlers).toEqualTypeOf<All>()
    const { retryJob: _, ...incomplete } = handlers
    // @ts-expect-error a missing operation
    const total: All = incomplete
    expectTypeOf(total).toEqualTypeOf<All>()
  })

  test('has no operation that the contract does not have', () => {
    // @ts-expect-error an operation that nobody described
    const more: All = { ...handlers, pauseJob: handlers.cancelJob }
    expectTypeOf(more).toEqualTypeOf<All>()
  })
})

describe('an answer', () => {
  const getJob = (answer: Operation<'getJob'>) => answer
  const getJobLog = (answer: Operation<'getJobLog'>) => answer
  const remove = (answer: Operation<'deleteJobArtifacts'>) => answer

  test('may be any documented one', () => {
    getJob(async () => ({ status: 200, body: job }))
    getJob(async () => ({ status: 404, body: { message: '404 Not found' } }))
    getJobLog(async () => ({ status: 200, type: 'text/plain', body: bytes }))
    remove(async () => ({ status: 204 }))
  })

  test('has a documented status', () => {
    // @ts-expect-error 418 is not documented
    getJob(async () => ({ status: 418, body: { message: 'teapot' } }))
  })

  test('has the body of its status', () => {
    // @ts-expect-error a job is more than its number
    getJob(async () => ({ status: 200, body: { id: 1 } }))
    // @ts-expect-error a job does not belong to 404
    getJob(async () => ({ status: 404, body: job }))
    // @ts-expect-error 204 has no body
    remove(async () => ({ status: 204, body: job }))
  })

  test('has the media type of its status', () => {
    // @ts-expect-error a log is text
    getJobLog(async () => ({ status: 200, type: 'application/octet-stream', body: bytes }))
  })

  test('has headers of the documented type', () => {
    // @ts-expect-error ETag is text
    getJob(async () => ({ status: 200, body: job, headers: { ETag: 7 } }))
  })
})

describe('a request', () => {
  test('has only documented parameters, lists under one name', () => {
    type Query = Parameters<Operation<'listProjectJobs'>>[0]['query']
    expectTypeOf<Query>().toHaveProperty('scope')
    expectTypeOf<Query>().not.toHaveProperty('scope[]')
    expectTypeOf<Parameters<Operation<'getJob'>>[0]['path']['job_id']>().toEqualTypeOf<number>()
  })
})
