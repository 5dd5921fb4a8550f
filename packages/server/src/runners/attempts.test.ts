import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { opened, seconds, smallWorld, workshop } from './workshop.suite.ts'

const run = { duration: '10s', lines: ['$ npm test', '1 passed'] }

test('a pending job is picked up, logs at a readable pace, and succeeds', async () => {
  const { advance, job, log, text, status, pipelineStatus } = await workshop(smallWorld([{ name: 'test', run }]))
  await advance(1)
  expect([await status(1), await log(1)]).toEqual(['pending', ''])
  await advance(1)
  expect(await status(1)).toBe('running')
  const sizes: number[] = []
  for (let second = 0; second < 10; second++) {
    sizes.push((await log(1)).length)
    await advance(1)
  }
  expect(new Set(sizes).size, String(sizes)).toBeGreaterThan(5)
  expect([...sizes].sort((one, other) => one - other)).toEqual(sizes)
  const done = await job(1)
  expect([done.status, done.failureReason, done.runnerId, done.inHand, await pipelineStatus()]).toEqual([
    'success',
    null,
    1,
    null,
    'success',
  ])
  expect((done.finishedAt ?? 0) - (done.startedAt ?? 0)).toBe(seconds(10))
  expect(await text(1)).toMatch(/^Running with gitlab-runner 18\.4\.0.*\n\$ npm test\n1 passed\n.*Job succeeded\n$/s)
})

test('the log has the form of GitLab: sections with their seconds, in pairs, and colours', async () => {
  const { advance, job, log } = await workshop(smallWorld([{ name: 'test', run }]))
  await advance(20)
  const marks = [...(await log(1)).matchAll(/section_(start|end):(\d+):(\w+)\r.\[0K/g)].map(([, kind, at, name]) => ({
    kind,
    at,
    name,
  }))
  const started = marks.filter(({ kind }) => kind === 'start').map(({ name }) => name)
  expect(started).toEqual(['prepare_executor', 'prepare_script', 'get_sources', 'step_script'])
  expect(marks.map(({ kind, name }) => `${kind} ${name}`)).toEqual(started.flatMap((name) => [`start ${name}`, `end ${name}`]))
  const times = marks.map(({ at }) => Number(at))
  expect([...times].sort()).toEqual(times)
  expect(times[0]).toBe(Math.floor(((await job(1)).startedAt ?? 0) / 1000))
  expect(await log(1)).toContain('\u001b[32;1m$ npm test\u001b[0;m\n')
})

test.each([
  [{ outcome: 'failed' }, 'script_failure', 'ERROR: Job failed: exit code 1'],
  [{ outcome: 'failed', exit_code: 137 }, 'script_failure', 'ERROR: Job failed: exit code 137'],
  [{ outcome: 'failed', failure_reason: 'runner_system_failure' }, 'runner_system_failure', 'ERROR: Job failed (system failure)'],
  [{ outcome: 'failed', failure_reason: 'job_execution_timeout' }, 'job_execution_timeout', 'took longer than 10 seconds'],
])('a job that is to fail: %o', async (plan, reason, line) => {
  const { advance, job, text, pipelineStatus } = await workshop(smallWorld([{ name: 'test', run: { ...run, ...plan } }]))
  await advance(15)
  const { status, failureReason } = await job(1)
  expect([status, failureReason, await pipelineStatus()]).toEqual(['failed', reason, 'failed'])
  expect(await text(1)).toContain(line)
})

const left = {
  coverage: 91.5,
  artifacts: {
    expire: '1h',
    access: 'maintainer',
    files: { 'dist/app.js': 2000, 'notes.txt': 'all well\n' },
    reports: [{ type: 'junit', filename: 'junit.xml.gz', content: '<testsuites/>' }],
  },
}

test('what a job leaves behind: archive with its table of contents, sealed log, reports, coverage, expiry', async () => {
  const { advance, job, artifacts, store, archives, logs } = await workshop(smallWorld([{ name: 'test', run: { ...run, ...left } }]))
  await advance(15)
  const rows = await artifacts(1)
  expect(rows.map(({ fileType, access }) => `${fileType} ${access}`)).toEqual([
    ...['archive maintainer', 'metadata maintainer', 'trace public', 'junit maintainer'],
  ])
  const done = await job(1)
  expect([done.coverage, done.artifactsExpireAt]).toEqual([91.5, (done.finishedAt ?? 0) + 3_600_000])
  const [archive, , trace] = rows
  expect((await archives.read(archive?.key ?? ''))?.size).toBe(archive?.size)
  const entry = await store.read((reader) => reader.entry(archive?.id ?? 0, 'notes.txt'))
  expect(entry?.size).toBe(9)
  const log = await logs.read(1)
  expect(trace?.size).toBe(log?.size)
})

test('the digest of the sealed log is that of the log', async () => {
  const { advance, artifacts, log } = await workshop(smallWorld([{ name: 'deploy', run }]))
  await advance(15)
  const [trace] = await artifacts(1)
  expect(trace).toMatchObject({
    fileType: 'trace',
    sha256: createHash('sha256')
      .update(await log(1))
      .digest('hex'),
  })
})

test('a job that fails leaves its reports, but no archive', async () => {
  const { advance, artifacts } = await workshop(smallWorld([{ name: 'test', run: { ...run, ...left, outcome: 'failed' } }]))
  await advance(15)
  expect((await artifacts(1)).map(({ fileType }) => fileType)).toEqual(['trace', 'junit'])
})

test('without a plan, a job does what jobs of its name do, and the same each time', async () => {
  const story = async () => {
    const { advance, job, log } = await workshop(
      smallWorld([{ name: 'unit' }, { name: 'lint' }, { name: 'package' }, { name: 'tidy', stage: 'spec' }]),
    )
    await advance(30)
    return Promise.all([1, 2, 3, 4].map(async (id) => [await log(id), (await job(id)).coverage, (await job(id)).status]))
  }
  const once = await story()
  expect(await story()).toEqual(once)
  expect(once.map(([, , status]) => status)).toEqual(['success', 'success', 'success', 'success'])
  expect(once.map(([, coverage]) => coverage !== null)).toEqual([true, false, false, true])
})

describe('who plays or retries', () => {
  const inputs = { region: { type: 'string', default: 'eu-north' }, attempts: { type: 'number', default: 3 } }

  test('a retried job gets its turn at once, and does what its plan has for the next attempt', async () => {
    const world = smallWorld([
      { name: 'lint', run: { ...run, outcome: 'failed', retry: { outcome: 'success', lines: ['$ npm run lint', 'clean'] } } },
    ])
    const { advance, retry, job, text, status, pipelineStatus } = await workshop(world)
    await advance(15)
    expect([await status(1), await pipelineStatus()]).toEqual(['failed', 'failed'])
    const id = await retry(1)
    await advance(15)
    expect([await status(id), (await job(id)).failureReason, await pipelineStatus()]).toEqual(['success', null, 'success'])
    expect(await text(id)).toMatch(/clean\n.*Job succeeded/s)
    expect(await text(1)).toContain('ERROR: Job failed')
  })

  test('sees inputs and variables arrive in the log, defaults among them', async () => {
    const { advance, play, text, status } = await workshop(smallWorld([{ name: 'deploy', status: 'manual', when: 'manual', inputs, run }]))
    await advance(60)
    expect(await status(1)).toBe('manual')
    const variables = [
      { key: 'COLOUR', value: 'sea\ngreen' },
      { key: 'KEY', value: 'secret', variable_type: 'file' as const },
    ]
    await play(1, { job_inputs: { region: 'us-east' }, job_variables_attributes: variables })
    await advance(15)
    const log = await text(1)
    for (const line of ['region: us-east', 'attempts: 3', 'COLOUR=sea green', 'KEY=/builds/team/app.tmp/KEY'])
      expect(log.split('\n')).toContain(line)
    expect(await status(1)).toBe('success')
  })

  test('a manual job that has run can be played again', async () => {
    const { advance, play, statuses } = await workshop(smallWorld([{ name: 'deploy', status: 'success', when: 'manual', run }]))
    const id = await play(1)
    await advance(15)
    expect([id, await statuses(1, id)]).toEqual([2, 'success success'])
  })
})

describe('who cancels', () => {
  test('a graceful runner runs the after_script first', async () => {
    const { advance, cancel, status, text, log, artifacts, job, pipelineStatus } = await workshop(smallWorld([{ name: 'test', run }]))
    await advance(5)
    await cancel(1)
    await advance(1)
    expect([await status(1), await pipelineStatus()]).toEqual(['canceling', 'canceling'])
    await advance(2)
    const [trace] = await artifacts(1)
    expect([await status(1), await pipelineStatus(), trace?.size]).toEqual(['canceled', 'canceled', Buffer.byteLength(await log(1))])
    expect(await text(1)).toMatch(/Running after_script\n\$ echo 'cleaning up'\ncleaning up\nERROR: Job failed: canceled\n$/)
    expect((await job(1)).failureReason).toBeNull()
  })

  test.each([
    ['an old runner', { version: '16.8.1' }, false],
    ['force', {}, true],
  ])('%s stops at once, and the log is sealed as it is', async (_, runner, force) => {
    const { advance, cancel, status, log, artifacts, job } = await workshop(smallWorld([{ name: 'test', run }], { runners: [runner] }))
    await advance(5)
    await cancel(1)
    if (force) await cancel(1, { force })
    const before = await log(1)
    expect([await status(1), (await artifacts(1)).length]).toEqual(['canceled', 0])
    await advance(5)
    expect(await log(1)).toBe(before)
    expect((await artifacts(1)).map(({ fileType, size }) => [fileType, size])).toEqual([['trace', Buffer.byteLength(before)]])
    expect((await job(1)).inHand).toBeNull()
  })

  test('and erases at once leaves nothing, not even a log that comes back', async () => {
    const { advance, cancel, erase, artifacts, logs, job } = await workshop(
      smallWorld([{ name: 'test', run }], { runners: [{ version: '16.8.1' }] }),
    )
    await advance(5)
    await cancel(1)
    await erase(1)
    await advance(5)
    expect([await artifacts(1), await logs.read(1), (await job(1)).inHand]).toEqual([[], undefined, null])
  })
})

describe('jobs that a world has in the middle', () => {
  test('a running one goes on where its log ends', async () => {
    const written = 'Running with gitlab-runner 18.4.0\n$ make\n'
    const world = smallWorld([{ name: 'build', status: 'running', runner: 1, queued: '-2m', started: '-1m', log: written, run }])
    const { advance, job, text, log } = await workshop(world)
    await advance(15)
    const { status, startedAt } = await job(1)
    expect([status, startedAt]).toEqual(['success', opened - seconds(60)])
    expect((await log(1)).startsWith(written)).toBe(true)
    expect((await text(1)).match(/Running with/g)).toHaveLength(1)
  })

  test.each([
    ['preparing', {}, 'success'],
    ['scheduled', { when: 'delayed', scheduled: '+5s' }, 'success'],
    ['waiting_for_resource', {}, 'success'],
    ['canceling', { runner: 1, started: '-1m' }, 'canceled'],
    ['waiting_for_callback', {}, 'waiting_for_callback'],
    ['manual', { when: 'manual' }, 'manual'],
  ])('%s', async (status, more, wanted) => {
    const world = await workshop(smallWorld([{ name: 'test', status, run, ...more }]))
    await world.advance(30)
    expect(await world.status(1)).toBe(wanted)
  })

  test('a delayed one starts in time, not before', async () => {
    const { advance, status } = await workshop(smallWorld([{ name: 'test', status: 'scheduled', when: 'delayed', scheduled: '+30m', run }]))
    await advance(1799)
    expect(await status(1)).toBe('scheduled')
    await advance(5)
    expect(await status(1)).toBe('running')
  })
})
