import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Answer, demoWorld, type Question } from '../demo-world.suite.ts'
import type { JobReader } from '../storage/job-store.ts'

// Whatever is sent: an answer comes, in one of GitLab's shapes, it says what is wrong, it is no accident, and nothing has changed.

const { ask, fresh, port, accidents } = demoWorld()

async function send(line: string, question?: Question): Promise<Answer> {
  const world = await fresh()
  const before = await world.store.read(everything)
  const answer = await ask(line, question)
  expect(await world.store.read(everything)).toEqual(before)
  return answer
}

/** All that requests could change. */
async function everything(reader: JobReader) {
  const projects = await Promise.all([1, 2, 3, 4, 5, 6].map((id) => reader.project(id)))
  const jobs = [1, 2, 3, 4, 5, 6].flatMap((projectId) => [
    reader.jobs({ projectId, kind: 'build' }, { limit: 1000 }),
    reader.jobs({ projectId, kind: 'bridge' }, { limit: 1000 }),
  ])
  return { projects, details: await reader.details((await Promise.all(jobs)).flat()) }
}

type Refusal = readonly [number, object]
type Row = readonly [sent: string, refusal: Refusal]

const long = (length: number) => 'x'.repeat(length)
const invalid = (name: string) => [400, { error: `${name} is invalid` }] as const
const unusable = (name: string) => [400, { error: `${name} does not have a valid value` }] as const
const unreadable = [400, { error: 'message body does not match declared format' }] as const
const badAddress = [400, { error: 'the address is invalid' }] as const
const notFound = [404, { message: '404 Not found' }] as const
const missing = [400, { error: 'job_variables_attributes[0][key] is missing, job_variables_attributes[0][value] is missing' }] as const
const noAddress = [404, { error: '404 Not Found' }] as const
const noProject = [404, { message: '404 Project Not Found' }] as const
const badPath = [400, { message: '400 Bad request' }] as const
const noEntry = [404, { message: '404 Not Found' }] as const
const noDirectory = [404, { message: '404 Path Not Found' }] as const

describe('numbers of jobs', () => {
  test.each<Row>([
    ...['0', '-1', '2147483648', '9223372036854775807', '9223372036854775808', '9'.repeat(400)].map((id) => [id, notFound] as const),
    ...['1.5', '1e2', '1e400', '0x8', '0b1', '1_0', 'NaN', 'Infinity', 'true', 'null', '[8]', '8;a', '8%00'].map(
      (id) => [id, invalid('job_id')] as const,
    ),
    ...['%00', '%2e%2e', 'constructor', '__proto__', '%EF%BC%98', long(5000)].map((id) => [id, invalid('job_id')] as const),
    ...['%', '%zz', '%F0%9F', '%80'].map((id) => [id, badAddress] as const),
  ])('%s', async (id, wanted) => {
    expect((await send(`GET /projects/1/jobs/${id}`)).refusal).toEqual(wanted)
    expect((await send(`POST /projects/1/jobs/${id}/retry`)).refusal).toEqual(wanted)
  })
})

describe('names of projects', () => {
  test.each<Row>([
    ...['0', '-1', '9'.repeat(400), '1e0', '0x1', '1.0', 'harbor', 'harbor%2F%00', '%00', '..%2F..', '%2F', 'harbor%252Fwebshop'].map(
      (id) => [id, noProject] as const,
    ),
    ...['constructor', '__proto__', 'a%2F__proto__', '%27%20or%201=1--', `harbor%2F${long(9000)}`].map((id) => [id, noProject] as const),
    ...['%', '%c0%ae'].map((id) => [id, badAddress] as const),
    ['', noAddress],
  ])('%s', async (id, wanted) => {
    expect((await send(`GET /projects/${id}/jobs`)).refusal).toEqual(wanted)
    expect((await send(`DELETE /projects/${id}/artifacts`)).refusal).toEqual(wanted)
  })
})

describe('queries', () => {
  test.each<Row>([
    ...['0', '-5', '-99999999999999999999'].flatMap((value) => [
      [`page=${value}`, unusable('page')] as const,
      [`per_page=${value}`, unusable('per_page')] as const,
    ]),
    ...['1.5', 'a', '1e400', '0x2', '%00', '[]', 'NaN', '{}', '1;2'].flatMap((value) => [
      [`page=${value}`, invalid('page')] as const,
      [`per_page=${value}`, invalid('per_page')] as const,
    ]),
    ['page[]=1', invalid('page')],
    ['page[a]=1', invalid('page')],
    ...['scope=', 'scope[]=', 'scope=a', 'scope[]=__proto__', 'scope[]=failed&scope[]=nothing', 'scope[0][a]=failed', 'scope=%00'].map(
      (query) => [query, unusable('scope')] as const,
    ),
    [`scope=${long(5000)}`, unusable('scope')],
  ])('%s', async (query, wanted) => {
    expect((await send(`GET /projects/1/jobs?${query}`)).refusal).toEqual(wanted)
    expect((await send(`GET /projects/1/pipelines/6/jobs?${query}`)).refusal).toEqual(wanted)
  })

  test.each(['1000000000000', '99999999999999999999'])('page %s is past the end', async (page) => {
    expect((await send(`GET /projects/1/pipelines/6/jobs?page=${page}`)).json).toEqual([])
    expect((await send(`GET /projects/1/jobs/8/artifacts/tree?page=${page}`)).json).toEqual([])
    expect((await send(`GET /projects/1/jobs?page=${page}`)).status).toBe(405)
  })

  test.each(['%00', '__proto__', 'e30', '..', long(4000)])('the cursor %s', async (cursor) => {
    const { status, json } = await send(`GET /projects/1/jobs?pagination=keyset&cursor=${cursor}`)
    expect([status, json]).toSatisfy(([code]) => code === 400)
    expect(JSON.stringify(json)).toMatch(/^\{"error":"cursor /)
  })

  test.each([
    ...['__proto__[x]=1', '__proto__=1', 'constructor[prototype][x]=1', 'constructor=1', 'toString=1', 'hasOwnProperty=1'],
    ...['%=1', '%00=1', '=', '&&&', '?', 'a[b][c][d]=1', `a=${long(8000)}`, 'job_id=999', 'id=2'],
    Array.from({ length: 1000 }, (_, index) => `a${index}=1`).join('&'),
  ])('%s means nothing', async (query) => {
    expect((await send(`GET /projects/1/jobs/8?${query}`)).job.id).toBe(8)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

describe('paths in archives', () => {
  const outside = ['../secret', '..%2Fsecret', '%2e%2e/secret', '%2E%2E%2Fsecret', '%2e./secret', 'coverage/../../secret', 'a/%2e%2e']
  const crooked = [
    './report.txt',
    '.%2Freport.txt',
    '/report.txt',
    '%2Freport.txt',
    '//etc/passwd',
    'report.txt/.',
    'coverage/../report.txt',
  ]
  const cut = ['report.txt%00', 'report.txt%00.png', 'a/%00/b', '%00']
  const strange = ['..%5Csecret', '..\\secret', '%252e%252e%252fsecret', '....//secret', '%EF%BC%8E%EF%BC%8E/x', '%7Eroot', 'C:%5Cx', '*']
  const others = [
    '__proto__',
    'constructor',
    'report.txt/',
    'coverage',
    'coverage/',
    '%0d%0aSet-Cookie:a=b',
    'keep',
    `a${'/a'.repeat(500)}`,
  ]

  test.each<readonly [string, Refusal, Refusal | undefined]>([
    ...[...outside, ...crooked, ...cut].map((path) => [path, badPath, noDirectory] as const),
    ...[...strange, ...others].map((path) => [path, noEntry, path.startsWith('coverage') ? undefined : noDirectory] as const),
    ...['%', '%zz', '%80', '%c0%ae%c0%ae/x'].map((path) => [path, badAddress, noDirectory] as const),
    [long(8000), unusable('artifact_path'), unusable('path')],
  ])('%s', async (path, wanted, directory) => {
    expect((await send(`GET /projects/1/jobs/8/artifacts/${path}`)).refusal).toEqual(wanted)
    expect((await send(`GET /projects/1/jobs/artifacts/master/raw/${path}?job=test`)).refusal).toEqual(wanted)
    if (directory !== undefined) expect((await send(`GET /projects/1/jobs/8/artifacts/tree?path=${path}`)).refusal).toEqual(directory)
  })

  test.each(['../x', '%00', '-', '--all', 'HEAD', 'refs%2Fheads%2Fmaster', 'master;rm', 'master%20', '__proto__'])(
    'the ref %s',
    async (ref) => {
      expect((await send(`GET /projects/1/jobs/artifacts/${ref}/download?job=test`)).refusal).toEqual(notFound)
    },
  )
})

describe('bodies', () => {
  const json = { 'Content-Type': 'application/json' }
  const nested = (depth: number) => `{"job_variables_attributes":${'['.repeat(depth)}${']'.repeat(depth)}}`

  test.each<Row>([
    ...['{', '[', '{"a"', 'nul', 'undefined', '{}{}', '\0', "{'a':1}", ' '].map((body) => [body, unreadable] as const),
    ...['[]', '1', '"a"', 'true'].map((body) => [body, invalid('body')] as const),
    ...['1', '"a"', '{}', 'true'].map((value) => [`{"job_variables_attributes":${value}}`, invalid('job_variables_attributes')] as const),
    ...['1', '[]', 'null', '"a"'].map((value) => [`{"job_inputs":${value}}`, invalid('job_inputs')] as const),
    ['{"job_variables_attributes":[null]}', invalid('job_variables_attributes[0]')],
    ['{"job_variables_attributes":[{"key":{},"value":"a"}]}', invalid('job_variables_attributes[0][key]')],
    ['{"job_variables_attributes":[{"key":"a","value":[]}]}', invalid('job_variables_attributes[0][value]')],
    ['{"job_variables_attributes":[{"key":"\\u0000","value":"a"}]}', unusable('job_variables_attributes[0][key]')],
    ['{"job_variables_attributes":[{"__proto__":{"key":"a","value":"b"}}]}', missing],
    [nested(50), invalid('job_variables_attributes[0]')],
    [nested(200_000), invalid('job_variables_attributes[0]')],
  ])('%s', async (body, wanted) => {
    expect((await send('POST /projects/1/jobs/13/play', { body, headers: json })).refusal).toEqual(wanted)
  })

  test.each(['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"job_inputs":{"__proto__":{"x":1}}}', '{"a":1e400}'])(
    '%s changes no prototype',
    async (body) => {
      // Job 8 cannot be played, so that nothing changes.
      const { status } = await send('POST /projects/1/jobs/8/play', { body, headers: json })
      expect(status).toBe(400)
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
    },
  )

  test.each([
    ...['', 'x', '"true', '{}'].map((force) => [JSON.stringify({ force }), 'force']),
    ...['null', '[]', '{}', '1.5'].map((force) => [`{"force":${force}}`, 'force']),
  ])('%s', async (body, name) => {
    expect((await send('POST /projects/1/jobs/8/cancel', { body, headers: json })).refusal).toEqual(invalid(name))
  })

  test.each([
    ['job_variables_attributes=1', 'job_variables_attributes'],
    ['job_variables_attributes[]=1', 'job_variables_attributes[0]'],
    ['job_variables_attributes[__proto__][key]=a', 'job_variables_attributes'],
    ['job_inputs=1', 'job_inputs'],
    ['job_inputs[]=1', 'job_inputs'],
  ])('the form %s', async (body, name) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await send('POST /projects/1/jobs/13/play', { body, headers })).refusal).toEqual(invalid(name))
  })

  test.each(['application/json', 'application/x-www-form-urlencoded'])('ten megabytes of %s', async (type) => {
    const answer = await send('POST /projects/1/jobs/13/play', { body: long(10_000_000), headers: { 'Content-Type': type } })
    expect(answer.refusal).toEqual([413, { error: 'Request Entity Too Large' }])
  })

  test.each([
    ['Content-Type', 'text/plain', 'content-type'],
    ['Content-Type', 'multipart/form-data; boundary=x', 'content-type'],
    ['Content-Type', '/', 'content-type'],
    ['Content-Type', '__proto__', 'content-type'],
    ['Content-Type', 'application/json; charset=x', 'charset'],
    ['Content-Encoding', 'x', 'content-encoding'],
    ['Content-Encoding', 'gzip, gzip', 'content-encoding'],
  ])('%s: %s', async (name, value, said) => {
    const { status, json: body } = await send('POST /projects/1/jobs/13/play', { body: '{}', headers: { ...json, [name]: value } })
    expect(status).toBe(415)
    expect(body).toEqual({ error: expect.stringMatching(new RegExp(`^The provided ${said} '.*' is not supported\\.$`)) })
  })

  test('a body that unpacks to more than it may', async () => {
    const { gzipSync } = await import('node:zlib')
    const packed = gzipSync(long(50_000_000))
    const head = `POST /api/v4/projects/1/jobs/13/play HTTP/1.1\r\nHost: a\r\nPRIVATE-TOKEN: demo-dana-personal\r\nConnection: close\r\n`
    const answer = await say(
      `${head}Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`,
      packed,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*\{"error":"Request Entity Too Large"\}/s)
  })
})

describe('headers', () => {
  const archive = '/projects/1/jobs/8/artifacts'

  test.each([
    ...['bytes=-0', 'bytes=99999999-', 'bytes=9007199254740993-'].map((range) => [range, 416] as const),
    ...['bytes=0-0', 'bytes=-1', 'bytes=0-99999999999999999999'].map((range) => [range, 206] as const),
    ...[
      'bytes=a-b',
      'bytes=',
      'bytes',
      'lines=0-1',
      'bytes=0-0,5-6',
      'bytes=1e3-',
      'bytes=--1',
      'bytes=5-2',
      `bytes=${'0-1,'.repeat(500)}0-1`,
      long(5000),
    ].map((range) => [range, 200] as const),
  ])('Range: %s', async (range, status) => {
    expect((await send(`GET ${archive}`, { headers: { Range: range } })).status).toBe(status)
  })

  test.each(['"', 'W/', 'W/"', ',,,', '"*"', '"x', long(5000), `${'"x",'.repeat(2000)}"x"`])('If-None-Match: %s', async (tag) => {
    expect((await send(`GET ${archive}`, { headers: { 'If-None-Match': tag } })).status).toBe(200)
    expect((await send('GET /projects/1/jobs/8', { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  test.each(['evil.example/path', 'a b', 'a@evil.example', '"', 'evil.example, other', 'a<b>', 'a;b', '[::1', 'a:999999'])(
    'Host: %s never gets into a link',
    async (host) => {
      const { status, headers } = await send('GET /projects/1/jobs?per_page=1', { headers: { Host: host } })
      expect(status).toBe(200)
      expect(headers.link).toMatch(/^<http:\/\/127\.0\.0\.1:4000\/api\/v4\/projects\/1\/jobs\?/)
    },
  )

  test.each(['X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-For', 'X-HTTP-Method-Override', 'X-Original-URL', 'Cookie'])(
    '%s means nothing',
    async (name) => {
      const { status, headers } = await send('GET /projects/1/jobs?per_page=1', { headers: { [name]: 'evil.example' } })
      expect([status, JSON.stringify(headers)]).toEqual([200, expect.not.stringContaining('evil')])
    },
  )

  test('an id that could break a log line is not taken over', async () => {
    const { headers } = await send('GET /projects/1/jobs/8', { headers: { 'X-Request-Id': '"}\u00e9<script>' } })
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  })
})

describe('credentials', () => {
  const anonymous = (headers: Record<string, string>, query = '') => send(`GET /projects/1/jobs?${query}`, { as: null, headers })
  const unauthorized = [401, { message: '401 Unauthorized' }]

  test.each(['Bearer', 'Bearer ', 'Basic ZGFuYTp4', 'Bearer demo dana', 'demo-dana-personal', `Bearer ${long(8000)}`])(
    'Authorization: %s',
    async (value) => expect((await anonymous({ Authorization: value })).refusal).toEqual(unauthorized),
  )

  test.each([
    'private_token[]=demo-dana-personal',
    'private_token[a]=demo-dana-personal',
    'private_token=%00',
    'Private_Token=demo-dana-personal',
  ])('%s', async (query) => expect((await anonymous({}, query)).refusal).toEqual(unauthorized))

  test('a good token does not make up for a bad one in a place that counts more', async () => {
    expect((await anonymous({ 'PRIVATE-TOKEN': 'wrong', Authorization: 'Bearer demo-dana-personal' })).refusal).toEqual(unauthorized)
    expect((await anonymous({ 'PRIVATE-TOKEN': 'wrong' }, 'private_token=demo-dana-personal')).refusal).toEqual(unauthorized)
    expect((await anonymous({ 'PRIVATE-TOKEN': 'demo-dana-personal' }, 'private_token=wrong')).status).toBe(200)
  })

  test('two of the same header are none', async () => {
    const two = 'PRIVATE-TOKEN: demo-dana-personal\r\nPRIVATE-TOKEN: demo-mia-personal\r\n'
    const answer = await say(`GET /api/v4/projects/1/jobs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${two}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 401 .*\{"message":"401 Unauthorized"\}$/s)
  })
})

describe('addresses and methods', () => {
  test.each(['/api/v4//projects/1/jobs', '/api/v4/../v4/projects/1/jobs', '//evil.example/api/v4/job', '/api/v4/projects/1/jobs;a=b', '*'])(
    '%s is none of ours',
    async (target) => expect((await send(`GET ${target}`)).refusal).toEqual(noAddress),
  )

  test('the whole address is as good as its path, and its host gets nowhere', async () => {
    const answer = await send('GET http://user:word@evil.example/api/v4/projects/1/jobs?per_page=1')
    expect([answer.status, JSON.stringify(answer.headers)]).toEqual([200, expect.not.stringContaining('evil')])
  })

  test.each(['PUT', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'POST'])('%s', async (method) => {
    const answer = await send(`${method} /projects/1/jobs`)
    expect([...answer.refusal, answer.headers.allow]).toEqual([405, { error: '405 Not Allowed' }, 'GET, HEAD'])
    expect((await send(`${method} /health`)).refusal).toEqual(noAddress)
  })
})

describe('those who go away', () => {
  let world: Awaited<ReturnType<typeof fresh>>
  const post = 'POST /api/v4/projects/1/jobs/13/play HTTP/1.1\r\nHost: a\r\nPRIVATE-TOKEN: demo-dana-personal\r\n'

  test.each([
    ['in the middle of the headers', post],
    ['in the middle of the body', `${post}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"job_`],
    ['in the middle of a part', `${post}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"j`],
    ['before the answer', 'GET /api/v4/projects/1/jobs/8/artifacts HTTP/1.1\r\nHost: a\r\nPRIVATE-TOKEN: demo-dana-personal\r\n\r\n'],
  ])('%s', async (_, words) => {
    world = await fresh()
    const before = await world.store.read(everything)
    const socket = connect(port(), '127.0.0.1').on('error', () => undefined)
    socket.write(words)
    await pause(20)
    socket.resetAndDestroy()
    await pause(50)
    expect((await ask('GET /projects/1/jobs/8')).status).toBe(200)
    expect(await world.store.read(everything)).toEqual(before)
    expect(accidents).toEqual([])
  })
})

/** Says something that no client would, and gives back all that is answered. */
async function say(...words: (string | Uint8Array)[]): Promise<string> {
  const socket = connect(port(), '127.0.0.1')
  for (const word of words) socket.write(word)
  return text(socket)
}
