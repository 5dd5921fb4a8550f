import { assert } from 'chai'
import { type Cases, type Context, except, refused } from '../case.ts'
import { type Step, script } from '../script.ts'

const job = { json: { id: 8 } }

async function facing(context: Context, ...steps: readonly Step[]) {
  const { baseUrl, seen } = await script(context, ...steps)
  return { seen, jobs: context.client.createJobsClient({ baseUrl, token: 't' }) }
}

const untold = {
  browser: 'a page is not told why there was no answer',
  workerd: 'a worker is not told why there was no answer',
  deno: 'Deno tells why there was no answer only in a sentence',
}

const notHandled: Readonly<Record<string, Step>> = {
  'a rate limit': { status: 429, headers: { 'Retry-After': '0' }, json: { message: 'slow down' } },
  'a lost race': { status: 409, json: { message: '409 Conflict: Resource lock' } },
}

export const retries: Cases = {
  'a read is sent again after a failure in passing': async (context) => {
    for (const step of [{ status: 503, text: 'soon' }, { status: 500, text: '' }, { cut: 'at once' } as const, { text: '{"id":' }]) {
      const { jobs, seen } = await facing(context, step, job)
      assert.deepEqual(await jobs.getJob(1, 8), job.json as object)
      assert.lengthOf(await seen(), 2)
    }
  },
  'so is an action that may be repeated': async (context) => {
    const { jobs, seen } = await facing(context, { status: 502, text: '' }, job)
    await jobs.cancelJob(1, 8)
    assert.deepEqual(
      (await seen()).map(({ method, path }) => `${method} ${path}`),
      ['POST /api/v4/projects/1/jobs/8/cancel', 'POST /api/v4/projects/1/jobs/8/cancel'],
    )
  },
  'an action that must be done once is not sent again, whatever the failure': async (context) => {
    for (const step of [{ status: 502, text: '' }, { status: 503, headers: { 'Retry-After': '0' }, text: '' }, { text: '{"id":' }]) {
      const { jobs, seen } = await facing(context, step, job)
      for (const call of [jobs.retryJob, jobs.playJob, jobs.eraseJob]) {
        const before = (await seen()).length
        await call(1, 8).catch((error: unknown) => assert.instanceOf(error, context.client.JobsApiError))
        assert.lengthOf(await seen(), before + 1)
      }
    }
  },
  'nor after a connection that broke': async (context) => {
    const { jobs, seen } = await facing(context, { cut: 'at once' })
    await refused(context, jobs.retryJob(1, 8), { kind: 'network', attempts: 1, wasNotHandled: false })
    assert.lengthOf(await seen(), 1)
  },
  'nor after a connection that was kept and then broke': except(
    { browser: 'Chromium itself sends any request again when a connection that it kept ends without an answer' },
    async (context) => {
      const { jobs, seen } = await facing(context, { ...job, isKept: true }, { cut: 'at once' })
      await jobs.getJob(1, 8)
      const options = { job_variables_attributes: [{ key: 'A', value: 'b' }] }
      await refused(context, jobs.playJob(1, 8, options), { kind: 'network', attempts: 1, wasNotHandled: false })
      assert.lengthOf(await seen(), 2)
    },
  ),
  'unless the server certainly did nothing': async (context) => {
    for (const step of Object.values(notHandled)) {
      const { jobs, seen } = await facing(context, step, job)
      assert.deepEqual(await jobs.retryJob(1, 8), job.json as object)
      assert.lengthOf(await seen(), 2)
    }
  },
  'or could not be reached': except(untold, async (context) => {
    const jobs = context.client.createJobsClient({ baseUrl: context.nobody, token: 't', maxRetries: 2 })
    await refused(context, jobs.retryJob(1, 8), { kind: 'network', wasNotHandled: true, attempts: 3 })
  }),
  'Retry-After is obeyed to the letter': async (context) => {
    const { jobs, seen } = await facing(context, { status: 503, headers: { 'Retry-After': '1' }, text: '' }, job)
    await jobs.getJob(1, 8)
    const [first, second] = await seen()
    const waited = (second?.atInMs ?? 0) - (first?.atInMs ?? 0)
    assert.isAtLeast(waited, 990)
    assert.isBelow(waited, 3000)
  },
  'so is RateLimit-Reset': async (context) => {
    const reset = Math.ceil(Date.now() / 1000) + 1
    const { jobs, seen } = await facing(context, { status: 429, headers: { 'RateLimit-Reset': String(reset) }, text: '' }, job)
    await jobs.getJob(1, 8)
    assert.isAtLeast(Date.now(), reset * 1000 - 10)
    assert.lengthOf(await seen(), 2)
  },
  'a wait that would outlast the deadline is not begun': async (context) => {
    const { jobs, seen } = await facing(context, { status: 503, headers: { 'Retry-After': '60' }, text: '' })
    await refused(context, jobs.getJob(1, 8, { timeoutInMs: 1000 }), { kind: 'failed', retryAfterInMs: 60_000, attempts: 1 })
    assert.lengthOf(await seen(), 1)
  },
  'maxRetries is how often it is sent again': async (context) => {
    const { jobs, seen } = await facing(context, { status: 503, headers: { 'Retry-After': '0' }, text: '' })
    await refused(context, jobs.getJob(1, 8, { maxRetries: 2 }), { kind: 'failed', status: 503, attempts: 3 })
    assert.lengthOf(await seen(), 3)
  },
  'a token from a function is asked for before each attempt': async (context) => {
    const { baseUrl, seen } = await script(context, { status: 503, headers: { 'Retry-After': '0' }, text: '' }, job)
    let asked = 0
    await context.client.createJobsClient({ baseUrl, token: () => `token-${++asked}` }).getJob(1, 8)
    assert.deepEqual(
      (await seen()).map(({ headers }) => headers['private-token']),
      ['token-1', 'token-2'],
    )
  },
  'onEvent is told of each attempt': async (context) => {
    const { baseUrl } = await script(context, { status: 503, headers: { 'Retry-After': '0' }, text: '' }, job)
    const events: string[] = []
    const onEvent = ({ type, attempt }: { type: string; attempt: number }) => void events.push(`${type} ${attempt}`)
    await context.client.createJobsClient({ baseUrl, token: 't', onEvent }).getJob(1, 8)
    assert.deepEqual(events, ['request 1', 'retry 1', 'request 2', 'answer 2'])
  },
}
