import { choose, type Finding, inOrder, makeReport, openSession, type Report, run } from '@jobs-api/conformance'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answering, withJson } from './mutants/changes.ts'
import { FaultyProxy } from './mutants/proxy.ts'
import { Reference } from './reference.ts'
import { checksOfEdition } from './requirements.ts'

let reference: Reference
let proxy: FaultyProxy
beforeAll(async () => {
  reference = await Reference.start()
  proxy = new FaultyProxy(reference.url)
  await proxy.start()
  // Wrong in a way that many checks see, so that there is something to tell.
  proxy.behave = answering(
    (_, { status }) => status === 404,
    withJson(() => ({ error: 'gone' })),
  )
})
afterAll(async () => {
  await proxy.stop()
  await reference.stop()
})

const only = ['getJob.missing-job', 'getJob.body', 'getJob.missing-project', 'listPipelineBridges', 'cancelJob']
const asked = choose(await checksOfEdition('current'), { only, level: 'may' })

/** The report about a world that nobody has touched, without the times. */
async function reportOf(parallel: number, seed: number): Promise<Report> {
  await reference.refresh()
  const session = await openSession(reference.settings(proxy.url))
  const findings: Finding[] = []
  for await (const finding of run(session, inOrder(asked, seed), parallel)) findings.push({ ...finding, milliseconds: 0 })
  const target = { url: proxy.url, project: 'harbor/webshop', edition: 'current' }
  return makeReport(findings, {
    ...{ target, seed, leftOut: 0, unsupported: [], variable: 'TOKEN', expected: new Set(), validations: new Map(), required: new Set() },
  })
}

test.each([0, 7])(
  'with the seed %i the report is the same, however many checks run at once',
  async (seed) => {
    const alone = await reportOf(1, seed)
    expect(await reportOf(4, seed)).toEqual(alone)
    expect(alone.counts.fail).toBeGreaterThan(10)
    expect(alone.findings.map(({ id }) => id).join() === asked.map(({ id }) => id).join()).toBe(false)
  },
  60_000,
)
