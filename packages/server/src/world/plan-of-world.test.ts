import { expect, test } from 'vitest'
import { planRecord as record } from './plan-of-world.ts'
import type { WorldRun } from './world.ts'

const environment = (path: string, name: string) => ({ tier: path, slug: name })
const planRecord = (run: WorldRun | undefined) => record(run, 'team/own', environment)

const artifacts = { table_of_contents: true, access: 'private' } as const

test.each([
  ['nothing', undefined, null],
  ['an empty plan', {}, {}],
  ['lengths of time', { duration: '1m30s', start_in: '1h' }, { duration: 90_000, startIn: 3_600_000 }],
  ['lines', { lines: ['a', '\\e[1mb\\r'] }, { lines: ['a', '\u001b[1mb\r'] }],
  ['one text', { lines: 'a\nb\n' }, { lines: ['a', 'b'] }],
  ['a failure', { outcome: 'failed', failure_reason: 'x', exit_code: 3 }, { outcome: 'failed', failureReason: 'x', exitCode: 3 }],
  ['artifacts for good', { artifacts }, { artifacts: { keepFor: null, access: 'private', tableOfContents: true, reports: [] } }],
  [
    'artifacts for an hour',
    { artifacts: { ...artifacts, expire: '1h', files: { a: 5 } } },
    { artifacts: { keepFor: 3_600_000, access: 'private', tableOfContents: true, reports: [], files: { a: 5 } } },
  ],
  ['the next attempt', { coverage: 9, retry: { duration: '1s' } }, { coverage: 9, retry: { duration: 1000 } }],
  ['a child pipeline', { trigger: { jobs: [] } }, { trigger: { depend: false, jobs: [] } }],
] as [string, WorldRun | undefined, unknown][])('%s', (_, run, wanted) => {
  expect(planRecord(run)).toEqual(wanted)
})

test('the jobs of a triggered pipeline are whole', () => {
  const job = { name: 'a', kind: 'build', stage: 's', when: 'always', allow_failure: true, tags: ['t'], inputs: {}, run: {} } as const
  const jobs = [{ ...job, resource_group: 'g', environment: 'live' }]
  const plan = planRecord({ trigger: { project: 'team/app', ref: 'main', strategy: 'depend', jobs } })
  expect(plan?.trigger).toEqual({
    ...{ project: 'team/app', ref: 'main', depend: true },
    jobs: [
      {
        ...{ name: 'a', kind: 'build', stage: 's', when: 'always', allowFailure: true, tags: ['t'], inputs: {}, plan: {} },
        ...{ resourceGroup: 'g', environment: { tier: 'team/app', slug: 'live' } },
      },
    ],
  })
})

test('the environments of what is started are those of the project in which it is started', () => {
  const inner = (environment: string, run: WorldRun) => [
    { name: 'a', kind: 'build', stage: 's', when: 'always', allow_failure: false, tags: [], inputs: {}, environment, run } as const,
  ]
  const plan = planRecord({
    trigger: { jobs: inner('one', { trigger: { project: 'team/app', jobs: inner('two', { trigger: { jobs: inner('three', {}) } }) } }) },
  })
  const [first] = plan?.trigger?.jobs ?? []
  const [second] = first?.plan?.trigger?.jobs ?? []
  const [third] = second?.plan?.trigger?.jobs ?? []
  expect([first, second, third].map((job) => job?.environment?.tier)).toEqual(['team/own', 'team/app', 'team/app'])
})
