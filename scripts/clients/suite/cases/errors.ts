import { assert } from 'chai'
import { type Cases, type Context, collected, refused, rejection } from '../case.ts'
import { type Step, script } from '../script.ts'

/** A client that never tries again, in front of a server that has one answer. */
async function facing(context: Context, step: Step, patience: { attemptTimeoutInMs?: number; maxRetries?: number } = { maxRetries: 0 }) {
  const { baseUrl, seen } = await script(context, step)
  return { seen, jobs: context.client.createJobsClient({ baseUrl, token: 't', ...patience }) }
}

export const errors: Cases = {
  'no token, and one that is not good any more': async (context) => {
    for (const token of ['demo-olga-expired', 'nobody-has-this-one']) {
      const jobs = context.client.createJobsClient({ baseUrl: context.baseUrl, token })
      await refused(context, jobs.getJob(1, 1), { kind: 'unauthorized', status: 401, canRetry: false, attempts: 1 })
    }
  },
  'what is not there': async (context) => {
    await refused(context, context.jobs.getJob(1, 4711), { kind: 'not_found', status: 404, operationId: 'getJob', canRetry: false })
  },
  'a refusal, with its reason in the words of the contract, and the number of the request': async (context) => {
    const error = await rejection(context.jobs.retryJob(1, 19))
    assert.instanceOf(error, context.client.JobsApiError)
    const { kind, status, reason, body, rawBody, requestId } = error as InstanceType<typeof context.client.JobsApiError>
    assert.deepEqual(
      { kind, status, reason, body },
      { kind: 'refused', status: 403, reason: 'job_not_retryable', body: JSON.parse(rawBody ?? '') },
    )
    assert.isString(requestId)
  },
  'a parameter that the server does not take': async (context) => {
    const wrong = collected(context.jobs.listProjectJobs(1, { scope: 'nonsense' as 'failed' }))
    await refused(context, wrong, { kind: 'refused', status: 400, reason: 'invalid_parameter' })
  },
  'a rate limit, with the time to wait': async (context) => {
    const { jobs } = await facing(context, { status: 429, headers: { 'Retry-After': '7' }, json: { message: 'slow down' } })
    const want = { kind: 'rate_limited', status: 429, retryAfterInMs: 7000, canRetry: true, wasNotHandled: true }
    await refused(context, jobs.getJob(1, 8), want)
  },
  'a server that could not': async (context) => {
    const { jobs } = await facing(context, { status: 502, text: '<html>Bad gateway' })
    await refused(context, jobs.getJob(1, 8), {
      kind: 'failed',
      status: 502,
      canRetry: true,
      rawBody: '<html>Bad gateway',
      body: undefined,
    })
  },
  'nobody who listens': async (context) => {
    const jobs = context.client.createJobsClient({ baseUrl: context.nobody, token: 't', maxRetries: 0 })
    await refused(context, jobs.getJob(1, 8), { kind: 'network', status: undefined, canRetry: true })
  },
  'a connection that breaks before the answer': async (context) => {
    const { jobs } = await facing(context, { cut: 'at once' })
    await refused(context, jobs.getJob(1, 8), { kind: 'network', wasNotHandled: false })
  },
  'no answer in time': async (context) => {
    const { jobs, seen } = await facing(context, { silent: 'at once' }, { attemptTimeoutInMs: 1000, maxRetries: 1 })
    await refused(context, jobs.getJob(1, 8), { kind: 'timed_out', attempts: 2 })
    assert.lengthOf(await seen(), 2)
  },
  'answers that are none: HTML, half a JSON text, nothing at all, another shape': async (context) => {
    const html = { text: '<html>Welcome', headers: { 'Content-Type': 'text/html' } }
    for (const step of [html, { text: '{"id":' }, { text: '' }, { json: [1] }, { json: { id: 8 }, cut: 'midway' as const }]) {
      const { jobs } = await facing(context, step)
      await refused(context, jobs.getJob(1, 8), { kind: 'broken_answer', status: 200, canRetry: true })
    }
  },
  'a status and a reason of tomorrow come through': async (context) => {
    const job = { id: 8, status: 'dreaming', failure_reason: 'moon_phase', something: { new: true } }
    const { jobs } = await facing(context, { json: job })
    assert.deepEqual(await jobs.getJob(1, 8), job as object)
  },
}
