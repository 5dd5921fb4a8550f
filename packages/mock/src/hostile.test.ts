import { type IncomingMessage, request as send } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mock, startMock } from './index.ts'

// Whatever is sent: an answer comes, and soon; a refusal has one of GitLab's shapes and says what is wrong; the mock lives on.

let mock: Mock
const complaints: string[] = []
let asked = 0
beforeAll(async () => {
  mock = await startMock({ narrator: { say: () => undefined, complain: (sentence) => complaints.push(sentence) } })
})
afterAll(() => mock.stop())

/** In milliseconds; so long that a busy machine does not matter, and so short that nobody would wait. */
const patience = 5000

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: IncomingMessage['headers']
}

/** Sends a path as it stands; `fetch` would tidy it up. */
function ask({ method = 'GET', path, headers, body }: Sent): Promise<Answer> {
  asked++
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(mock.url)
    const all = { 'PRIVATE-TOKEN': 'any', ...headers }
    const outgoing = send({ hostname, port, method, path: `/api/v4${path}`, headers: all, timeout: patience }, (response) =>
      text(response).then((whole) => resolve({ status: response.statusCode ?? 0, text: whole, headers: response.headers }), reject),
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${patience} ms`)))
    outgoing.on('error', reject).end(body)
  })
}

const long = (length: number) => 'x'.repeat(length)

/** The shape that every refusal has, and what it says. */
function said({ status, text: body, headers }: Answer): string {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(headers['content-type']).toBe('application/json')
  const { error, message } = Object(JSON.parse(body))
  return String(error ?? message)
}

describe('values that do not fit are named', () => {
  const numbers = [
    '0x8',
    '1e3',
    '1.5',
    'NaN',
    'Infinity',
    'true',
    'null',
    '[8]',
    '8%00',
    '%00',
    '__proto__',
    'constructor',
    '%EF%BC%98',
    long(5000),
  ]
  test.each(numbers)('job_id: %s', async (id) => {
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/trace'],
      ['POST', '/retry'],
      ['DELETE', '/artifacts'],
    ] as const)
      expect(said(await ask({ method, path: `/projects/1/jobs/${id}${rest}` }))).toBe('job_id is invalid')
  })

  test.each(['0', '-1', '1.5', 'many', '1e9', '%00', long(2000)])('per_page: %s', async (value) => {
    expect(said(await ask({ path: `/projects/1/jobs?per_page=${value}` }))).toMatch(/^per_page (is invalid|does not have a valid value)$/)
  })

  const scopes = ['scope', 'scope[]', 'scope%5B%5D', 'scope%5b%5d', 'scope[0]', 'scope[any]']
  test.each(scopes.flatMap((name) => ['broken', '', '%00', 'failed,success', '__proto__'].map((value) => `${name}=${value}`)))(
    '%s',
    async (query) => {
      expect(said(await ask({ path: `/projects/1/jobs?${query}` }))).toBe('scope does not have a valid value')
      expect(said(await ask({ path: `/projects/1/pipelines/6/bridges?page=2&${query}&ref=x` }))).toBe('scope does not have a valid value')
    },
  )

  test('several at once, in the order of the contract', async () => {
    expect(said(await ask({ path: '/projects/1/jobs?per_page=0&page=two&scope[]=x' }))).toBe(
      'scope does not have a valid value, page is invalid, per_page does not have a valid value',
    )
  })
})

describe('bodies', () => {
  const json = { 'Content-Type': 'application/json' }
  const play = (body: string | Buffer, headers: Record<string, string> = json) =>
    ask({ method: 'POST', path: '/projects/1/jobs/26/play', body, headers })

  test.each(['{', '[', '{"a"', 'nul', 'undefined', '{}{}', '\0', "{'a':1}", ' ', '{"a":1', '\u{1F600}', '{"a":NaN}'])(
    '%s',
    async (body) => {
      expect(said(await play(body))).toBe('message body does not match declared format')
    },
  )

  test.each([
    ['[]', 'body is invalid'],
    ['1', 'body is invalid'],
    ['"a"', 'body is invalid'],
    ['{"job_variables_attributes":1}', 'job_variables_attributes is invalid'],
    ['{"job_variables_attributes":[null]}', 'job_variables_attributes[0] is invalid'],
    ['{"job_variables_attributes":[{"key":"A"}]}', 'job_variables_attributes[0][value] is missing'],
    ['{"job_variables_attributes":[{"key":{},"value":"a"}]}', 'job_variables_attributes[0][key] is invalid'],
    ['{"job_inputs":7}', 'job_inputs is invalid'],
    ['{"job_inputs":[]}', 'job_inputs is invalid'],
    [`{"job_variables_attributes":${'['.repeat(1000)}${']'.repeat(1000)}}`, 'job_variables_attributes[0] is invalid'],
  ])('%s', async (body, wanted) => {
    expect(said(await play(body))).toBe(wanted)
  })

  test.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain'])('eleven megabytes of %s', async (type) => {
    const answer = await play(long(11_000_000), { 'Content-Type': type })
    expect([answer.status, said(answer)]).toEqual([413, 'Request Entity Too Large'])
  })

  test.each([
    ['Content-Type', 'text/plain'],
    ['Content-Type', 'multipart/form-data; boundary=x'],
    ['Content-Type', '/'],
    ['Content-Type', '__proto__'],
    ['Content-Encoding', 'gzip'],
    ['Content-Encoding', 'x'],
  ])('%s: %s', async (name, value) => {
    const answer = await play('{}', { ...json, [name]: value })
    expect([answer.status, said(answer)]).toEqual([415, expect.stringContaining(`'${value.split(';')[0]}' is not supported`)])
  })

  test.each(['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"a":1e400}', '{}', 'null'])(
    '%s does no harm',
    async (body) => {
      expect((await play(body)).status).toBe(200)
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
    },
  )

  test('where none is expected, it does not matter', async () => {
    const answer = await ask({ method: 'POST', path: '/projects/1/jobs/77/erase', body: '{"', headers: json })
    expect(answer.status).toBe(201)
  })
})

describe('addresses and methods', () => {
  test.each([
    '/',
    '',
    '//',
    '/jobs',
    '/projects',
    '/projects/1',
    '/projects//jobs',
    '/projects/1/jobs/8/',
    '/../v4/job',
    '/projects/1/jobs;a=b',
    '/%2e%2e/job',
  ])('%s is none of ours', async (path) => {
    const answer = await ask({ path })
    expect([answer.status, said(answer)]).toEqual([404, '404 Not Found'])
  })

  test.each(['%', '%zz', '%80', '%F0%9F', '%c0%ae%c0%ae'])('%s cannot be decoded', async (part) => {
    for (const path of [`/projects/${part}/jobs`, `/projects/1/jobs/${part}`, `/projects/1/jobs/8/artifacts/${part}`])
      expect(said(await ask({ path }))).toBe('the address is invalid')
    expect((await ask({ path: `/projects/1/jobs?ref=${part}` })).status).toBe(200)
  })

  test.each(['PUT', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'POST'])('%s', async (method) => {
    const answer = await ask({ method, path: '/projects/1/jobs' })
    expect([answer.status, said(answer), answer.headers.allow]).toEqual([405, '405 Not Allowed', 'GET, HEAD'])
  })

  test.each(['keep', 'tree', 'a/b/c', '__proto__', 'a%20b', 'a%2Fb', `a${'/a'.repeat(500)}`, '%EF%BC%8E', long(4000)])(
    'the file %s',
    async (path) => {
      expect((await ask({ path: `/projects/1/jobs/77/artifacts/${path}` })).status).toBe(200)
    },
  )
})

describe('preferences and headers', () => {
  test.each(['code=999', 'code=abc', 'example=no_such', 'code=404, example=finished_job', 'code=__proto__', 'example=constructor'])(
    'Prefer: %s',
    async (preference) => {
      const answer = await ask({ path: '/projects/1/jobs/8', headers: { Prefer: preference } })
      expect([answer.status, Object(JSON.parse(answer.text)).error]).toEqual([501, expect.stringContaining('getJob has no answer')])
    },
  )

  test.each(['dynamic=true', 'wait=2', 'respond-async', '', ',,,', 'code', 'code=', long(5000)])(
    'Prefer: %s is passed over',
    async (preference) => {
      expect((await ask({ path: '/projects/1/jobs/8', headers: { Prefer: preference } })).status).toBe(200)
    },
  )

  test.each(['evil.example/path', 'a b', 'a@evil.example', '"', 'a<b>', '[::1', 'a:999999'])(
    'Host: %s never gets into a link',
    async (host) => {
      const { headers } = await ask({ path: '/projects/1/jobs', headers: { Host: host } })
      expect(headers.link).toMatch(/^<http:\/\/127\.0\.0\.1:\d+\/api\/v4\/projects\/1\/jobs\?/)
    },
  )

  test.each(['"', 'W/', ',,,', '"x', long(5000), `${'"x",'.repeat(2000)}"x"`])('If-None-Match: %s', async (tag) => {
    expect((await ask({ path: '/projects/1/jobs/8', headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  test.each(['Bearer', 'Bearer ', 'Basic ZGFuYTp4', 'Bearer a b', 'any'])('Authorization: %s', async (value) => {
    const answer = await ask({ path: '/projects/1/jobs', headers: { Authorization: value, 'PRIVATE-TOKEN': '' } })
    expect([answer.status, said(answer)]).toEqual([401, '401 Unauthorized'])
  })

  test('an id that could break a log line is not taken over', async () => {
    const { headers } = await ask({ path: '/projects/1/jobs/8', headers: { 'X-Request-Id': '"}<script>' } })
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  })
})

describe('on the wire', () => {
  const talk = (words: string): Promise<string> => {
    const { hostname, port } = new URL(mock.url)
    const socket = connect(Number(port), hostname)
    socket.setTimeout(patience, () => socket.destroy(new Error('no answer')))
    socket.write(words)
    return text(socket)
  }

  test.each([
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['no host', 'GET /api/v4/job HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'the whole address',
      'GET http://a:b@evil.example/api/v4/projects/1/jobs HTTP/1.1\r\nHost: a\r\nPRIVATE-TOKEN: any\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 200 /,
    ],
    [
      'two lengths',
      'POST /api/v4/projects/1/jobs/26/play HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      /^HTTP\/1\.1 400 /,
    ],
    ['headers without end', `GET /api/v4/job HTTP/1.1\r\nHost: a\r\nX: ${long(17_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
  ])('%s', async (_, words, wanted) => {
    expect(await talk(words)).toMatch(wanted)
  })

  test('those who go away in the middle of a body', async () => {
    const { hostname, port } = new URL(mock.url)
    for (let times = 0; times < 10; times++) {
      const socket = connect(Number(port), hostname)
      socket.write('POST /api/v4/projects/1/jobs/26/play HTTP/1.1\r\nHost: a\r\nPRIVATE-TOKEN: any\r\nContent-Type: application/json\r\n')
      socket.write('Content-Length: 100\r\n\r\n{"job_')
      await new Promise((done) => setTimeout(done, 5))
      socket.resetAndDestroy()
    }
  })
})

test('after all that it answers as before, and nothing was an accident', async () => {
  expect((await ask({ path: '/projects/1/jobs/8' })).status).toBe(200)
  expect(complaints).toEqual([])
  expect(asked).toBeGreaterThan(200)
})
