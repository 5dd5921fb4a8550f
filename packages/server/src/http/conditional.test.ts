import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import { isUnchanged, weakTag } from './conditional.ts'

test.each([
  [undefined, '"a"', false],
  ['"a"', undefined, false],
  ['"a"', '"a"', true],
  ['"b"', '"a"', false],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", "a"', '"a"', true],
  ['"b","a"', '"a"', true],
  ['*', '"a"', true],
  [' * ', '"a"', true],
  ['a', '"a"', false],
  ['', '"a"', false],
])('If-None-Match %s against %s: %s', (header, tag, wanted) => {
  expect(isUnchanged(header, tag)).toBe(wanted)
})

test('a weak tag is half a digest', () => {
  expect(weakTag('[]')).toMatch(/^W\/"[0-9a-f]{32}"$/)
  expect(weakTag('[]')).toBe(weakTag('[]'))
  expect(weakTag('[]')).not.toBe(weakTag('[ ]'))
})

const { ask, fresh, changeJob, clock } = demoWorld()

const targets = {
  'a list': '/projects/1/jobs',
  'an empty list': '/projects/1/jobs?ref=none',
  'a job': '/projects/1/jobs/8',
  'a tree': '/projects/1/jobs/42/artifacts/tree',
  'a log': '/projects/1/jobs/8/trace',
  'a log under way': '/projects/1/jobs/14/trace',
  'no log': '/projects/1/jobs/37/trace',
  'an archive': '/projects/1/jobs/8/artifacts',
  'a file': '/projects/1/jobs/8/artifacts/report.txt',
  'an archive by ref': '/projects/1/jobs/artifacts/master/download?job=test',
  'a file by ref': '/projects/1/jobs/artifacts/master/raw/report.txt?job=test',
}

describe.each(Object.entries(targets))('%s', (_, target) => {
  test('is tagged, and need not be sent twice', async () => {
    const { headers } = await ask(`GET ${target}`)
    const again = await ask(`GET ${target}`, { headers: { 'If-None-Match': headers.etag ?? '' } })
    expect(again).toMatchObject({ status: 304, headers: { etag: headers.etag }, text: '' })
    for (const name of ['content-type', 'content-disposition', 'content-length', 'accept-ranges'])
      expect(again.headers).not.toHaveProperty(name)
  })

  test('is sent to whoever holds something else, and by HEAD as by GET', async () => {
    expect((await ask(`GET ${target}`, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    const { headers } = await ask(`HEAD ${target}`)
    expect((await ask(`HEAD ${target}`, { headers: { 'If-None-Match': headers.etag ?? '' } })).status).toBe(304)
  })
})

test.each([
  ['an archive', /^"[0-9a-f]{64}"$/],
  ['a file', /^"[0-9a-f]{64}"$/],
  ['a job', /^W\/"/],
  ['a log', /^W\/"/],
] as const)('the tag of %s is %s', async (name, wanted) => {
  expect((await ask(`GET ${targets[name]}`)).headers.etag).toMatch(wanted)
})

test('no two things have one tag', async () => {
  const tags = await Promise.all(Object.values(targets).map(async (target) => (await ask(`GET ${target}`)).headers.etag))
  const distinct = new Set(tags)
  // The archive, and the file, are the same by ref and by job.
  expect(distinct.size).toBe(tags.length - 2)
})

test('the parts of a log have tags of their own', async () => {
  const target = '/projects/1/jobs/8/trace'
  const parts = ['', '?byte_offset=10', '?byte_limit=10', '?byte_offset=1&byte_limit=9']
  const tags = await Promise.all(parts.map(async (query) => (await ask(`GET ${target}${query}`)).headers.etag))
  expect(new Set(tags).size).toBe(parts.length)
})

test.each([
  ['a refusal', 'GET /projects/1/jobs/999', 404],
  ['a redirect', 'GET /projects/harbor%2Fshop/jobs', 301],
])('%s has no tag, and is sent whatever the client holds', async (_, line, status) => {
  const answer = await ask(line, { headers: { 'If-None-Match': '*' } })
  expect(answer.status).toBe(status)
  expect(answer.text).not.toBe('')
  expect(answer.headers).not.toHaveProperty('etag')
})

test('an action is done whatever the client holds', async () => {
  await fresh()
  const answer = await ask('POST /projects/1/jobs/21/cancel', { headers: { 'If-None-Match': '*' } })
  expect(answer.job.status).toBe('canceled')
})

test('Range and If-None-Match together: nothing has changed', async () => {
  const target = `GET ${targets['an archive']}`
  const { headers } = await ask(target)
  expect((await ask(target, { headers: { Range: 'bytes=0-4', 'If-None-Match': headers.etag ?? '' } })).status).toBe(304)
})

describe('a tag changes', () => {
  const tagAfter = async (target: string, change: () => Promise<unknown> | unknown) => {
    const before = (await ask(`GET ${target}`)).headers.etag
    await change()
    const { status, headers } = await ask(`GET ${target}`, { headers: { 'If-None-Match': before ?? '' } })
    return [status, headers.etag === before]
  }

  test('with the job', async () => {
    await fresh()
    expect(await tagAfter(targets['a job'], () => changeJob(8, { archived: true }))).toEqual([200, false])
  })

  test('with the clock, for a job under way', async () => {
    expect(
      await tagAfter('/projects/1/jobs/14', () => {
        clock.now += 1000
      }),
    ).toEqual([200, false])
  })

  test('not with the clock, for a job that is over', async () => {
    expect(
      await tagAfter(targets['a job'], () => {
        clock.now += 1000
      }),
    ).toEqual([304, true])
  })

  test('with every line of a log under way', async () => {
    const { logs } = await fresh()
    expect(await tagAfter(targets['a log under way'], () => logs.append(14, Buffer.from('#4\n')))).toEqual([200, false])
  })

  test('when the log is erased', async () => {
    await fresh()
    expect(await tagAfter(targets['a log'], () => ask('POST /projects/1/jobs/8/erase', { as: 'mia' }))).toEqual([200, false])
  })
})
