import { assert } from 'chai'
import { bytesOf, type Case, type Cases, type Context, collected, except, refused, rejection, timed } from '../case.ts'
import { left, type Step, script } from '../script.ts'

type Jobs = Context['jobs']
type Work = (jobs: Jobs, signal: AbortSignal, context: Context) => Promise<unknown>

const job = { json: { id: 8, status: 'running' } }
const silent: Step = { silent: 'at once' }

interface UnderWay {
  /** What the server does meanwhile. */
  readonly steps: readonly Step[]
  readonly work: Work
  /** No request is under way, so that none can be left. */
  readonly isWaiting?: true
  readonly except?: Case['except']
}

const underWay: Readonly<Record<string, UnderWay>> = {
  'a call': { steps: [silent], work: (jobs, signal) => jobs.getJob(1, 8, { signal }) },
  'an action': { steps: [silent], work: (jobs, signal) => jobs.retryJob(1, 8, { signal }) },
  'half an answer': { steps: [{ ...job, silent: 'midway' }], work: (jobs, signal) => jobs.getJob(1, 8, { signal }) },
  'half a log': { steps: [{ text: 'half a log', silent: 'midway' }], work: (jobs, signal) => jobs.getJobLog(1, 8, { signal }) },
  'the wait before another attempt': {
    steps: [{ status: 503, headers: { 'Retry-After': '20' }, text: '' }],
    work: (jobs, signal) => jobs.getJob(1, 8, { signal }),
    isWaiting: true,
  },
  'a list': { steps: [silent], work: (jobs, signal) => collected(jobs.listProjectJobs(1, { signal })) },
  'the second page of a list': {
    steps: [{ json: [{ id: 2 }], headers: { 'X-Next-Page': '2' } }, silent],
    work: (jobs, signal) => collected(jobs.listProjectJobs(1, { signal })),
  },
  'a stream': {
    steps: [{ text: 'half a log', silent: 'midway' }],
    work: async (jobs, signal) => bytesOf(await jobs.getJobLog(1, 8, { signal, as: 'stream' })),
    except: { workerd: 'the stream is its own, and ends in a copy of the reason' },
  },
  'waitForJob, asking': { steps: [silent], work: (jobs, signal, { client }) => client.waitForJob(jobs, 1, 8, { signal }) },
  'waitForJob, between two looks': {
    steps: [job],
    work: (jobs, signal, { client }) => client.waitForJob(jobs, 1, 8, { signal, intervalInMs: 20_000 }),
    isWaiting: true,
  },
  'followLog, reading': {
    steps: [job, { text: 'half a log', silent: 'midway' }],
    work: (jobs, signal, { client }) => collected(client.followLog(jobs, 1, 8, { signal })),
  },
  'followLog, between two looks': {
    steps: [job, { text: 'x' }],
    work: (jobs, signal, { client }) => collected(client.followLog(jobs, 1, 8, { signal, intervalInMs: 20_000 })),
    isWaiting: true,
  },
  'linesOf what is followed': {
    steps: [job, { text: 'half a log', silent: 'midway' }],
    work: (jobs, signal, { client }) => collected(client.linesOf(client.followLog(jobs, 1, 8, { signal }))),
  },
  'a download, opening': {
    steps: [silent],
    work: (jobs, signal, { client }) => client.downloadArtifacts(jobs, { project: 1, job: 8 }, { signal }),
  },
  'a download, into a stream': {
    steps: [{ bytes: { length: 4000 }, silent: 'midway' }],
    work: (jobs, signal, { client }) => client.downloadArtifacts(jobs, { project: 1, job: 8 }, { signal, to: new WritableStream() }),
  },
}

async function abortsAtOnce(context: Context, { steps, work, isWaiting }: UnderWay): Promise<void> {
  const { baseUrl, seen } = await script(context, ...steps)
  const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
  const enough = new AbortController()
  const rejected = rejection(work(jobs, enough.signal, context))
  for (let tries = 0; (await seen()).length < steps.length && tries < 100; tries++) await new Promise((done) => setTimeout(done, 20))
  await new Promise((done) => setTimeout(done, 100))
  const reason = new Error('enough')
  const tookInMs = await timed(() => {
    enough.abort(reason)
    return rejected
  })
  assert.strictEqual(await rejected, reason)
  assert.isBelow(tookInMs, 500)
  if (isWaiting !== true) await left(seen)
}

const aborts = Object.entries(underWay).map(([name, entry]) => [
  `an abort ends ${name} at once`,
  except(entry.except ?? {}, (context) => abortsAtOnce(context, entry)),
])

export const time: Cases = {
  ...Object.fromEntries(aborts),
  'nothing is sent for a signal that is aborted already': async (context) => {
    const { baseUrl, seen } = await script(context, job)
    const jobs = context.client.createJobsClient({ baseUrl, token: 't' })
    const reason = new Error('enough')
    const signal = AbortSignal.abort(reason)
    for (const { work } of Object.values(underWay)) assert.strictEqual(await rejection(work(jobs, signal, context)), reason)
    assert.lengthOf(await seen(), 0)
  },
  'an attempt that takes too long is given up, and another one made': async (context) => {
    const { baseUrl, seen } = await script(context, silent, job)
    const jobs = context.client.createJobsClient({ baseUrl, token: 't', attemptTimeoutInMs: 1000 })
    assert.equal((await jobs.getJob(1, 8)).id, 8)
    const [first, second] = await seen()
    assert.deepEqual([first?.wasLeft, second?.wasLeft], [true, false])
  },
  'a call has a deadline, whatever its attempts do': async (context) => {
    const { baseUrl } = await script(context, silent)
    const jobs = context.client.createJobsClient({ baseUrl, token: 't', attemptTimeoutInMs: 200, timeoutInMs: 500, maxRetries: 50 })
    const took = await timed(() => refused(context, jobs.getJob(1, 8), { kind: 'timed_out' }))
    assert.isAtLeast(took, 200)
    assert.isBelow(took, 3000)
  },
}
