import { get } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { makeArchive } from '../artifacts/archive.ts'
import { indexArchive } from '../artifacts/archive-index.ts'
import { demoWorld } from '../demo-world.suite.ts'

const incomplete: (string | undefined)[] = []
const { ask, fresh, accidents, port } = demoWorld({
  observe: ({ complete, operationId }) => void (complete || incomplete.push(operationId)),
})

const archive = '/projects/1/jobs/8/artifacts'
const log = '/projects/1/jobs/8/trace'
const file = '/projects/1/jobs/8/artifacts/report.txt'
const byRef = '/projects/1/jobs/artifacts/master/download?job=test'

describe('types', () => {
  test.each([
    ['GET /projects/1/jobs', 200, 'application/json'],
    ['GET /projects/1/jobs/8', 200, 'application/json'],
    ['GET /projects/1/jobs/42/artifacts/tree', 200, 'application/json'],
    [`GET ${log}`, 200, 'text/plain'],
    ['GET /projects/1/jobs/37/trace', 200, 'text/plain'],
    [`GET ${archive}`, 200, 'application/octet-stream'],
    [`GET ${file}`, 200, 'application/octet-stream'],
    [`GET ${byRef}`, 200, 'application/octet-stream'],
    ['GET /projects/harbor%2Fshop/jobs', 301, 'text/plain'],
    ['GET /projects/1/jobs/one', 400, 'application/json'],
    ['GET /projects/1/jobs/999', 404, 'application/json'],
    ['GET /api/v4/nothing', 404, 'application/json'],
    ['DELETE /projects/1/jobs/8', 405, 'application/json'],
  ])('%s: %i %s, and nothing behind it', async (line, status, type) => {
    expect(await ask(line)).toMatchObject({ status, headers: { 'content-type': type } })
  })

  test('an answer without a body has no type', async () => {
    await fresh()
    const { status, headers, text } = await ask('DELETE /projects/1/jobs/8/artifacts', { as: 'mia' })
    expect([status, headers['content-type'], text]).toEqual([204, undefined, ''])
  })
})

describe('Accept is ignored', () => {
  const accepts = ['application/json', 'text/plain', 'application/octet-stream', 'image/png', 'nonsense', '']
  test.each(['/projects/1/jobs/8', log, archive, file].flatMap((target) => accepts.map((accept) => [target, accept])))(
    '%s as "%s"',
    async (target, Accept) => {
      const [plain, asked] = [await ask(`GET ${target}`), await ask(`GET ${target}`, { headers: { Accept } })]
      expect([asked.status, asked.headers['content-type']]).toEqual([200, plain.headers['content-type']])
      expect(asked.bytes.equals(plain.bytes)).toBe(true)
    },
  )
})

describe('parts', () => {
  const part = async (target: string, Range: string) => {
    const [whole, answer] = [await ask(`GET ${target}`), await ask(`GET ${target}`, { headers: { Range } })]
    return { whole, answer, size: whole.bytes.length }
  }

  describe.each([archive, byRef, log])('%s', (target) => {
    test.each([
      ['bytes=0-9', 0, 10],
      ['bytes=5-', 5, undefined],
      ['bytes=-7', -7, undefined],
      ['bytes=3-3', 3, 4],
      ['bytes=2-999999', 2, undefined],
    ])('%s', async (range, start, end) => {
      const { whole, answer, size } = await part(target, range)
      const wanted = whole.bytes.subarray(start, end)
      const from = start < 0 ? size + start : start
      expect(answer.bytes.equals(wanted)).toBe(true)
      expect(answer).toMatchObject({
        status: 206,
        headers: {
          'content-range': `bytes ${from}-${from + wanted.length - 1}/${size}`,
          'content-length': String(wanted.length),
          ...{ 'accept-ranges': 'bytes', etag: whole.headers.etag, 'content-type': whole.headers['content-type'] },
        },
      })
    })

    test.each(['bytes=0-1,4-5', 'bytes=0-1,1-5', 'bytes=5-2', 'bytes=x-y', 'lines=0-1', 'nonsense'])('%s: the whole', async (range) => {
      const { whole, answer } = await part(target, range)
      expect(answer).toMatchObject({ status: 200, headers: { 'accept-ranges': 'bytes', 'content-length': String(whole.bytes.length) } })
      expect(answer.headers).not.toHaveProperty('content-range')
      expect(answer.bytes.equals(whole.bytes)).toBe(true)
    })

    test.each(['bytes=999999-', 'bytes=999999-9999999', 'bytes=-0'])('%s: beyond the end', async (range) => {
      const { answer, size } = await part(target, range)
      expect(answer).toMatchObject({
        ...{ status: 416, json: { message: '416 Range Not Satisfiable' } },
        headers: { 'content-range': `bytes */${size}`, 'content-type': 'application/json' },
      })
      expect(answer.headers).not.toHaveProperty('etag')
      expect(answer.headers).not.toHaveProperty('content-disposition')
    })

    test('of something else than what the client holds: the whole', async () => {
      const answer = await ask(`GET ${target}`, { headers: { Range: 'bytes=5-', 'If-Range': '"something else"' } })
      expect(answer.status).toBe(200)
    })
  })

  test('of the very archive that the client holds', async () => {
    const { headers } = await ask(`GET ${archive}`)
    const answer = await ask(`GET ${archive}`, { headers: { Range: 'bytes=5-', 'If-Range': headers.etag ?? '' } })
    expect(answer.status).toBe(206)
  })

  test('a log has no strong tag, so with If-Range it is always sent whole', async () => {
    const { headers } = await ask(`GET ${log}`)
    expect((await ask(`GET ${log}`, { headers: { Range: 'bytes=5-', 'If-Range': headers.etag ?? '' } })).status).toBe(200)
  })

  test('a Range counts from the beginning of what was asked for', async () => {
    const whole = await ask(`GET ${log}`)
    const answer = await ask(`GET ${log}?byte_offset=10&byte_limit=20`, { headers: { Range: 'bytes=5-9' } })
    expect(answer).toMatchObject({ status: 206, text: whole.text.slice(15, 20), headers: { 'content-range': 'bytes 5-9/20' } })
  })

  test.each([file, '/projects/1/jobs/artifacts/master/raw/report.txt?job=test', '/projects/1/jobs', '/projects/1/jobs/37/trace'])(
    '%s comes whole, and does not promise otherwise',
    async (target) => {
      const answer = await ask(`GET ${target}`, { headers: { Range: 'bytes=0-1' } })
      expect(answer.status).toBe(200)
      expect(answer.headers).not.toHaveProperty('accept-ranges')
    },
  )
})

describe('names of downloads', () => {
  test.each([
    ['report.txt', `attachment; filename="report.txt"; filename*=UTF-8''report.txt`],
    ['größe 1.txt', `attachment; filename="gr__e 1.txt"; filename*=UTF-8''gr%C3%B6%C3%9Fe%201.txt`],
    ['a"; filename="b.exe', `attachment; filename="a_; filename=_b.exe"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe`],
    ['a\r\nSet-Cookie: x=1', `attachment; filename="a__Set-Cookie: x=1"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['100%41.txt', `attachment; filename="100_41.txt"; filename*=UTF-8''100%2541.txt`],
    ['🚢', `attachment; filename="__"; filename*=UTF-8''%F0%9F%9A%A2`],
  ])('%j', async (name, wanted) => {
    const { store, archives } = await fresh()
    const key = 'test/archive.zip'
    const stored = await archives.put(key, makeArchive({ [`dir/${name}`]: Buffer.from('x') }, new Date(0)))
    const bytes = await archives.read(key)
    if (bytes === undefined) throw new Error('not stored')
    const entries = await indexArchive(bytes)
    await store.write((writer) =>
      writer.addArtifact(
        { ...stored, key, jobId: 37, fileType: 'archive', fileFormat: 'zip', filename: name, access: 'public', expireAt: null },
        entries,
      ),
    )
    const one = await ask(`GET /projects/1/jobs/37/artifacts/dir/${encodeURIComponent(name)}`)
    const whole = await ask('GET /projects/1/jobs/37/artifacts')
    for (const answer of [one, whole]) {
      expect(answer.status).toBe(200)
      expect(answer.headers['content-disposition']).toBe(wanted)
      expect(answer.headers).not.toHaveProperty('set-cookie')
    }
    expect(one.text).toBe('x')
  })
})

describe('an archive that was cut off on the disk', () => {
  const cutOffAt = async (length: number) => {
    const { archives } = await fresh()
    const { bytes } = await ask(`GET ${archive}`)
    await archives.put('0/8/archive.zip', Readable.from([bytes.subarray(0, length)]))
  }
  const reported = () => accidents.splice(0).map(({ operationId }) => operationId)

  test('before the file: an accident like any other', async () => {
    await cutOffAt(10)
    const answer = await ask(`GET ${file}`)
    expect(answer.refusal).toEqual([500, { message: '500 Internal Server Error' }])
    for (const name of ['content-disposition', 'etag', 'accept-ranges']) expect(answer.headers).not.toHaveProperty(name)
    expect(reported()).toEqual(['getJobArtifactFile'])
  })

  test('inside the file: the connection ends, so that nobody takes half for the whole', async () => {
    const { bytes } = await ask(`GET ${archive}`)
    await cutOffAt(bytes.indexOf('2 tests') + 5)
    await expect(ask(`GET ${file}`)).rejects.toThrow(/aborted|socket hang up/)
    await expect.poll(() => accidents).toHaveLength(1) // it is told once the connection has ended
    expect(reported()).toEqual(['getJobArtifactFile'])
  })
})

test('a client that goes away in the middle is no accident', async () => {
  incomplete.length = 0
  const { logs } = await fresh()
  await logs.append(37, Buffer.alloc(32 * 2 ** 20))
  const { destroyed } = await new Promise<{ destroyed: boolean }>((done, fail) => {
    const asking = get(
      { port: port(), path: '/api/v4/projects/1/jobs/37/trace', headers: { 'PRIVATE-TOKEN': 'demo-dana-personal' } },
      (answer) => {
        answer.once('data', () => done(answer.destroy()))
      },
    )
    asking.on('error', fail)
  })
  expect(destroyed).toBe(true)
  await expect.poll(() => incomplete).toEqual(['getJobLog'])
  await pause(20)
  expect(accidents).toEqual([])
})
