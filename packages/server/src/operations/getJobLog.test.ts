import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const log = (id: number, query = '', as = 'dana') => ask(`GET /projects/1/jobs/${id}/trace${query}`, { as })

describe('what is sent', () => {
  test('the bytes as they are', async () => {
    const { logs } = await fresh()
    const bytes = Buffer.from([0x1b, 0x5b, 0x33, 0x6d, 0xff, 0xfe, 0x00, 0x0d, 0x0a])
    await logs.append(37, bytes)
    const answer = await log(37)
    expect(answer.bytes.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({ 'content-length': '9', 'content-disposition': 'infile; filename="37.log"' })
  })

  test('so much as is there while the job runs', async () => {
    const { logs } = await fresh()
    const before = await log(14)
    await logs.append(14, Buffer.from('#4 [3/6] COPY . .\n'))
    expect((await log(14)).text).toBe(`${before.text}#4 [3/6] COPY . .\n`)
  })

  test.each([37, 31, 21, 25])('nothing, and no refusal, where there is no log: job %i', async (id) => {
    expect(await log(id)).toMatchObject({ status: 200, text: '', headers: { 'content-type': 'text/plain', 'content-length': '0' } })
  })
})

describe('parts', () => {
  test.each([
    ['?byte_offset=10', 10, undefined],
    ['?byte_limit=10', 0, 10],
    ['?byte_offset=5&byte_limit=10', 5, 15],
    ['?byte_offset=0&byte_limit=512000', 0, undefined],
    ['?byte_offset=5&byte_limit=512000', 5, undefined],
    ['?byte_offset=999999', 999_999, undefined],
    ['?byte_offset=999999&byte_limit=1', 999_999, undefined],
    ['?byte_offset=9007199254740993', 999_999, undefined],
  ])('%s', async (query, start, end) => {
    const whole = await log(8)
    const part = await log(8, query)
    expect(part.status).toBe(200)
    expect(part.bytes.equals(whole.bytes.subarray(start, end))).toBe(true)
  })

  test('a client that follows the log gets all of it, once', async () => {
    const { logs } = await fresh()
    let seen = ''
    for (const line of ['one\n', 'two ✓\n', '', 'three\n']) {
      seen += (await log(14, `?byte_offset=${Buffer.byteLength(seen)}`)).text
      await logs.append(14, Buffer.from(line))
    }
    seen += (await log(14, `?byte_offset=${Buffer.byteLength(seen)}`)).text
    expect(seen).toBe((await log(14)).text)
  })

  test.each([
    ['byte_offset=-1', 'byte_offset does not have a valid value'],
    ['byte_offset=x', 'byte_offset is invalid'],
    ['byte_limit=0', 'byte_limit does not have a valid value'],
    ['byte_limit=512001', 'byte_limit does not have a valid value'],
    ['byte_limit=1.5', 'byte_limit is invalid'],
  ])('%s: %s', async (query, error) => {
    expect((await log(8, `?${query}`)).refusal).toEqual([400, { error }])
  })
})

describe('who may', () => {
  test.each([
    ['gus', 1, 8, 200],
    ['gus', 3, 51, 403],
    ['rita', 1, 34, 403],
    ['gus', 1, 34, 403],
    ['dana', 1, 34, 200],
    ['sam', 2, 61, 200],
    [null, 2, 61, 401],
    ['webshop-job', 1, 14, 401],
  ])('%s in project %i, job %i: %i', async (as, project, job, status) => {
    expect((await ask(`GET /projects/${project}/jobs/${job}/trace`, { as })).status).toBe(status)
  })

  test('a trigger job has no log', async () => {
    expect((await log(12)).refusal).toEqual([404, { message: '404 Not found' }])
  })
})
