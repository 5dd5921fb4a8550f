import { describe, expect, test } from 'vitest'
import type { Case } from './case.ts'
import { choose, conforms, type Finding, run } from './run.ts'
import { createTarget } from './target.ts'
import { Mismatch, Untestable } from './verdicts.ts'

const target = createTarget({ baseUrl: 'http://127.0.0.1:9/api/v4', token: 't', project: 'harbor/webshop' })
const some = (more: Partial<Case>): Case => ({ id: 'getJob.some', level: 'must', source: 's', sentence: 's', run: async () => {}, ...more })
const throwing = (error: Error) => some({ run: () => Promise.reject(error) })

async function findings(...cases: Case[]): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of run(target, cases)) found.push(finding)
  return found
}

test('what a case throws decides its verdict', async () => {
  const found = await findings(
    some({}),
    throwing(new Mismatch('wrong')),
    throwing(new Untestable('needs a job')),
    throwing(new TypeError('fetch failed')),
  )
  expect(found.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['pass', ''],
    ['fail', 'wrong'],
    ['untestable', 'needs a job'],
    ['fail', 'fetch failed'],
  ])
})

describe('conforming', () => {
  test.each([
    ['everything passes', 'must', 'pass', true],
    ['a must fails', 'must', 'fail', false],
    ['a must cannot be tested', 'must', 'untestable', false],
    ['a should fails', 'should', 'fail', true],
    ['a may cannot be tested', 'may', 'untestable', true],
  ] as const)('%s', (_, level, verdict, want) => {
    expect(conforms([{ case: some({ level }), verdict, reason: '' }])).toBe(want)
  })
})

describe('choosing', () => {
  const cases = [some({ id: 'getJob.a' }), some({ id: 'getJobLog.a' }), some({ id: 'retryJob.a', writes: true })]
  test.each([
    [[], false, ['getJob.a', 'getJobLog.a']],
    [[], true, ['getJob.a', 'getJobLog.a', 'retryJob.a']],
    [['getJob'], true, ['getJob.a']],
    [['getJobLog.a', 'retryJob'], true, ['getJobLog.a', 'retryJob.a']],
    [['retryJob'], false, []],
  ])('only %j, with actions: %s', (only, allowWrites, want) => {
    expect(choose(cases, only, allowWrites).map(({ id }) => id)).toEqual(want)
  })
})
