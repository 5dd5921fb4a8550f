import { describe, expect, test } from 'vitest'
import { type Check, check } from './check.ts'
import { choose, inOrder } from './choose.ts'
import { Mismatch, NotAlone, type Outcome, Unsupported, Untestable } from './outcomes.ts'
import { conforms, type Finding, run } from './run.ts'
import { openSession } from './session.ts'

const some = (id: Check['id'], more: Partial<Check> = {}): Check => ({ ...check(id, 'must', 'job-id', 's', async () => {}), ...more })
const throwing = (error: Error, level: Check['level'] = 'must') => some('getJob.some', { level, run: () => Promise.reject(error) })

async function findings(...checks: Check[]): Promise<Finding[]> {
  const session = await openSession({ baseUrl: 'http://127.0.0.1:9/api/v4', project: 'harbor/webshop' })
  const found: Finding[] = []
  for await (const finding of run(session, checks)) found.push(finding)
  return found
}

test('what a check throws decides what became of it', async () => {
  const found = await findings(
    some('getJob.some'),
    throwing(new Mismatch('wrong')),
    throwing(new Mismatch('wrong'), 'should'),
    throwing(new Untestable('needs a job')),
    throwing(new Unsupported('inputs')),
    throwing(new TypeError('a slip of the kit')),
    some('getJob.some', {
      run: () => {
        throw new Untestable('at once')
      },
    }),
  )
  expect(found.map(({ outcome }) => outcome)).toEqual(['pass', 'fail', 'warning', 'untestable', 'unsupported', 'error', 'untestable'])
  expect(found[1]?.reason).toBe('wrong')
  expect(found[4]?.reason).toContain('inputs')
  expect(found[5]?.reason).toContain('run.test.ts')
})

test('a server that does not answer is to blame, not the kit', async () => {
  const [finding] = await findings(some('getJob.some', { run: async (target) => void (await target.ask('getTokenJob', {}, { as: null })) }))
  expect(finding).toMatchObject({ outcome: 'fail', reason: expect.stringContaining('no answer') })
})

test('a request that the contract does not know is a fault of the kit', async () => {
  const ask = (parameters: { readonly [name: string]: string | number }) =>
    findings(some('getJob.some', { run: async (target) => void (await target.ask('getJob', parameters, { as: null })) }))
  for (const parameters of [{}, { job_id: 'eight' }, { job_id: 8, page: 1 }])
    expect(await ask(parameters)).toMatchObject([{ outcome: 'error', reason: expect.stringContaining('own request') }])
})

test('checks about everything that was seen come last', async () => {
  const found = await findings(some('getJob.last', { comesLast: true }), some('getJob.first'))
  expect(found.map(({ check }) => check.id)).toEqual(['getJob.first', 'getJob.last'])
})

describe('at once', () => {
  const pause = () => new Promise((done) => setTimeout(done, 5))

  /** Notes how many run at the same time, each of them once it has begun. */
  function noting(count: number, more: Partial<Check> = {}) {
    const seen: number[] = []
    let running = 0
    const made = Array.from({ length: count }, (_, index) =>
      some(`getJob.c${index}`, {
        run: async () => {
          seen.push(++running)
          await pause()
          running--
        },
        ...more,
      }),
    )
    return { made, seen }
  }

  async function ran(checks: readonly Check[]): Promise<Finding[]> {
    const session = await openSession({ baseUrl: 'http://127.0.0.1:9/api/v4', project: 'harbor/webshop' })
    const found: Finding[] = []
    for await (const finding of run(session, checks, 3)) found.push(finding)
    return found
  }

  test('what only reads runs so many at a time, and is told in its order', async () => {
    const { made, seen } = noting(7)
    expect((await ran(made)).map(({ check }) => check.id)).toEqual(made.map(({ id }) => id))
    expect(Math.max(...seen)).toBe(3)
  })

  test.each([{ writes: true }, { comesLast: true }])('%j runs alone', async (more) => {
    const { made, seen } = noting(4, more)
    await ran(made)
    expect(seen).toEqual([1, 1, 1, 1])
  })

  test('what changes something while it looks around waits until the others have ended', async () => {
    const running = new Set<string>()
    const reading = (id: Check['id']) =>
      some(id, {
        run: async () => {
          running.add(id)
          await pause()
          running.delete(id)
        },
      })
    let beside: readonly string[] | undefined
    const late = some('getJob.late', {
      run: async ({ session }) => {
        if (session.isShared === true) throw new NotAlone()
        beside = [...running]
      },
    })
    const checks = [reading('getJob.a'), late, reading('getJob.b'), reading('getJob.c'), reading('getJob.d')]
    expect((await ran(checks)).map(({ check, outcome }) => [check.id, outcome])).toEqual(checks.map(({ id }) => [id, 'pass']))
    expect(beside).toEqual([])
  })
})

describe('conforming', () => {
  test.each<[string, Check['level'], Outcome, boolean]>([
    ['everything passes', 'must', 'pass', true],
    ['a must fails', 'must', 'fail', false],
    ['a must cannot be tested', 'must', 'untestable', false],
    ['a must is declared not to be supported', 'must', 'unsupported', true],
    ['the kit has failed', 'must', 'error', false],
    ['a should fails', 'should', 'warning', true],
    ['a may cannot be tested', 'may', 'untestable', true],
  ])('%s', (_, level, outcome, want) => {
    expect(conforms([{ check: some('getJob.some', { level }), outcome, reason: '', exchanges: [], milliseconds: 0 }])).toBe(want)
  })
})

describe('choosing', () => {
  const checks = [some('getJob.a'), some('getJobLog.a', { level: 'should' }), some('retryJob.a', { level: 'may' })]
  test.each([
    [[], 'may', ['getJob.a', 'getJobLog.a', 'retryJob.a']],
    [['getJob'], 'may', ['getJob.a']],
    [['getJobLog.a', 'retryJob'], 'may', ['getJobLog.a', 'retryJob.a']],
    [[], 'should', ['getJob.a', 'getJobLog.a']],
    [[], 'must', ['getJob.a']],
    [['restartJob'], 'may', []],
  ] as const)('only %j, down to %s', (only, level, want) => {
    expect(choose(checks, { only, level }).map(({ id }) => id)).toEqual(want)
  })
})

test('a seed decides the order: the same one gives the same, others give others, 0 leaves it', () => {
  const all = Array.from({ length: 50 }, (_, index) => index)
  expect(inOrder(all, 0)).toEqual(all)
  expect(inOrder(all, 7)).toEqual(inOrder(all, 7))
  expect(inOrder(all, 7)).not.toEqual(inOrder(all, 8))
  expect(inOrder(all, 7).toSorted((one, other) => one - other)).toEqual(all)
})
