import { assert } from 'chai'
import { type Cases, type Context, rejection } from '../case.ts'
import { script } from '../script.ts'

const secret = 'must-not-be-seen'

/** Everything that can be reached from a value, as text: own members, enumerable or not, and what a runtime would print. */
function everythingOf(value: unknown, { inspect }: Context): string {
  const seen = new Set<unknown>()
  const texts: string[] = [inspect?.(value) ?? '']
  const look = (at: unknown, depth: number) => {
    if ((typeof at !== 'object' && typeof at !== 'function') || at === null) return void texts.push(String(at))
    if (seen.has(at) || depth > 8) return
    seen.add(at)
    for (const name of Reflect.ownKeys(at)) {
      const { value: member } = Object.getOwnPropertyDescriptor(at, name) ?? {}
      texts.push(String(name))
      look(member, depth + 1)
    }
  }
  look(value, 0)
  return texts.join('\n')
}

export const secrets: Cases = {
  'no error holds the credential, nor does the client or a list': async (context) => {
    const { baseUrl } = await script(context, { status: 503, text: 'x' }, { cut: 'at once' }, { text: '{"id"' }, { silent: 'at once' })
    for (const credential of [{ token: secret }, { jobToken: secret }, { oauth: secret }] as const) {
      const options = { baseUrl, ...credential, maxRetries: 0, attemptTimeoutInMs: 300 }
      const jobs = context.client.createJobsClient(options)
      assert.notInclude(everythingOf(jobs, context), secret)
      assert.notInclude(everythingOf(jobs.listPipelineJobs(1, 2), context), secret)
      for (let step = 0; step < 4; step++) {
        const error = await rejection(jobs.listPipelineJobs(1, 2).first(1))
        assert.instanceOf(error, context.client.JobsApiError)
        assert.notInclude(everythingOf(error, context), secret)
      }
    }
  },
  'the probe itself finds what an object holds': async (context) => {
    assert.include(everythingOf({ a: [new Error('x', { cause: { b: secret } })] }, context), secret)
  },
  'debugLines writes everything but the credential': async (context) => {
    const { baseUrl } = await script(context, { status: 503, headers: { 'Retry-After': '0' }, text: '' }, { json: { id: 8 } })
    const lines: string[] = []
    const onEvent = context.client.debugLines((line) => lines.push(line))
    await context.client.createJobsClient({ baseUrl, token: secret, onEvent }).getJob(1, 8)
    assert.lengthOf(lines, 4)
    assert.include(lines[0], '/projects/1/jobs/8')
    assert.include(lines[0], '[hidden]')
    assert.notInclude(lines.join(), secret)
  },
  'a credential that no header may hold is refused, and not quoted': async (context) => {
    const jobs = context.client.createJobsClient({ baseUrl: context.nobody, token: `${secret}\nx` })
    const error = await rejection(jobs.getJob(1, 8))
    assert.instanceOf(error, TypeError)
    assert.notInclude(everythingOf(error, context), secret)
  },
}
