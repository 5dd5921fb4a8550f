import { gzipSync } from 'node:zlib'
import { isObject } from '@jobs-api/contract'
import { answering, instead, type Json, rowOf, withHeader, withJson, withoutHeader } from './mutants/changes.ts'
import type { Answered, Asked, Behaviour } from './mutants/mutant.ts'

/** A server that is as right as the reference server, in another way. */
export interface Variant {
  readonly id: string
  readonly behave: Behaviour
}

const always = () => true
const isOk = (_: Asked, { status }: Answered) => status < 300
const header = (name: string, value: string) => answering(always, withHeader(name, value))
const json = (change: (value: Json) => Json) => answering(always, withJson(change))
const headers = (change: (name: string) => string) =>
  answering(always, (answered) => ({
    ...answered,
    headers: Object.fromEntries(Object.entries(answered.headers).map(([name, value]) => [change(name), value])),
  }))
const body = (change: (text: string) => string) =>
  answering(
    (_, { headers }) => headers['content-type']?.includes('json') === true,
    (answered) => ({ ...answered, body: Buffer.from(change(answered.body.toString())) }),
  )

/** Changes every object of a body, inside out. */
function everywhere(value: Json, change: (row: { [name: string]: Json }) => { [name: string]: Json }): Json {
  if (Array.isArray(value)) return value.map((entry) => everywhere(entry, change))
  if (typeof value !== 'object' || value === null) return value
  return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, everywhere(inner, change)])))
}

/** Changes a member wherever there is one of that name. */
const member = (name: string, change: (value: Json) => Json) =>
  answering(
    isOk,
    withJson((value) => everywhere(value, (row) => (name in row ? { ...row, [name]: change(row[name] ?? null) } : row))),
  )

const inside = (name: string, change: (row: { [name: string]: Json }) => { [name: string]: Json }) =>
  member(name, (value) => (value === null ? null : change(rowOf(value))))

const artifacts = (change: (row: { [name: string]: Json }) => { [name: string]: Json }) =>
  member('artifacts', (value) => (Array.isArray(value) ? value.map((file) => change(rowOf(file))) : value))

const earlier = (value: string) => new Date(Date.parse(value) - 3 * 3_600_000).toISOString()
const isTime = (value: Json): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
const isFile = ({ operation }: Asked) => operation === 'getJobArtifactFile' || operation === 'getRefArtifactFile'
const missing = (asked: Asked, { status }: Answered) => status === 404 && asked.url.pathname.includes('no/such/file')

function link(change: (text: string) => string): Behaviour {
  return answering(
    (_, { headers }) => 'link' in headers,
    (answered) => withHeader('link', change(answered.headers['link'] ?? ''))(answered),
  )
}

/** Each third request is one too many, and may be made again at once. */
function throttling(): Behaviour {
  let count = 0
  return async (asked, forward) => {
    if (++count % 3 !== 0) return forward(asked)
    return { status: 429, headers: { 'content-type': 'text/plain', 'retry-after': '0' }, body: Buffer.from('Retry later\n') }
  }
}

/** Archives lie in a store of their own, to which one is redirected with a signed address. */
function redirecting(status: number): Behaviour {
  const stored = new Map<string, Answered>()
  return async (asked, forward) => {
    const kept = stored.get(asked.url.pathname)
    if (kept !== undefined) return kept
    const answered = await forward(asked)
    const isArchive = asked.operation?.startsWith('download') === true && answered.status === 200 && asked.method === 'GET'
    if (!isArchive || 'range' in asked.headers) return answered
    const place = `/store/${stored.size}`
    stored.set(place, { ...answered, headers: { 'content-type': 'application/zip' } })
    return { status, headers: { ...answered.headers, location: `/api/v4${place}?signature=x` }, body: Buffer.alloc(0) }
  }
}

const delayed: Behaviour = async (asked, forward) => {
  await new Promise((done) => setTimeout(done, 3))
  return forward(asked)
}

const atMost50: Behaviour = (asked, forward) => {
  const url = new URL(asked.url)
  if (Number(url.searchParams.get('per_page')) > 50) url.searchParams.set('per_page', '50')
  return forward({ ...asked, url })
}

export const variants: readonly Variant[] = [
  {
    id: 'more members everywhere',
    behave: answering(
      isOk,
      withJson((value) => everywhere(value, (row) => ('id' in row ? { ...row, _added: { by: 'a later release' } } : row))),
    ),
  },
  {
    id: 'members in another order',
    behave: json((value) => everywhere(value, (row) => Object.fromEntries(Object.entries(row).toReversed()))),
  },
  { id: 'pretty JSON', behave: body((text) => (text === '' ? text : JSON.stringify(JSON.parse(text), null, 2))) },
  { id: 'JSON that ends in a new line', behave: body((text) => (text === '' ? text : `${text}\n`)) },
  { id: 'JSON with escapes', behave: body((text) => text.replaceAll('é', '\\u00e9').replaceAll('/', '\\/')) },
  {
    id: 'a charset in the type of JSON',
    behave: answering(
      (_, { headers }) => headers['content-type'] === 'application/json',
      withHeader('content-type', 'application/json; charset=utf-8'),
    ),
  },
  {
    id: 'the type of JSON in capitals',
    behave: answering(
      (_, { headers }) => headers['content-type']?.startsWith('application/json') === true,
      withHeader('content-type', 'Application/JSON'),
    ),
  },
  {
    id: 'a charset in the type of logs',
    behave: answering(
      (asked, { status }) => asked.operation === 'getJobLog' && status === 200,
      withHeader('content-type', 'text/plain; charset=utf-8'),
    ),
  },
  {
    id: 'compressed',
    behave: answering(
      (asked, { body: bytes }) => asked.headers['accept-encoding']?.includes('gzip') === true && bytes.length > 100,
      (answered) => ({ ...withHeader('content-encoding', 'gzip')(answered), body: gzipSync(answered.body) }),
    ),
  },
  { id: 'in chunks', behave: answering((_, { body: bytes }) => bytes.length > 0, withHeader('transfer-encoding', 'chunked')) },
  { id: 'a connection for each request', behave: header('connection', 'close') },
  { id: 'names of headers in capitals', behave: headers((name) => name.toUpperCase()) },
  { id: 'names of headers in title case', behave: headers((name) => name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())) },
  { id: 'no request ids', behave: answering(always, withoutHeader('x-request-id')) },
  {
    id: 'headers of a throttle',
    behave: answering(always, (answered) => withHeader('ratelimit-limit', '600')(withHeader('ratelimit-remaining', '599')(answered))),
  },
  {
    id: 'headers of proxies',
    behave: answering(always, (answered) => withHeader('via', '1.1 proxy')(withHeader('server', 'nginx')(answered))),
  },
  { id: 'rules for caches', behave: header('cache-control', 'max-age=0, private, must-revalidate') },
  {
    id: 'a challenge beside 401',
    behave: answering((_, { status }) => status === 401, withHeader('www-authenticate', 'Bearer realm="api"')),
  },
  { id: 'frames in small letters', behave: header('x-frame-options', 'sameorigin') },
  {
    id: 'strong ETags for JSON',
    behave: answering(
      (_, { headers: all }) => 'etag' in all,
      (answered) => withHeader('etag', (answered.headers['etag'] ?? '').replace(/^W\//, ''))(answered),
    ),
  },
  { id: 'slow', behave: delayed },
  { id: 'throttled now and then', behave: throttling() },
  { id: 'pages of 50 at most', behave: atMost50 },
  { id: 'links to the configured host', behave: link((text) => text.replaceAll(/https?:\/\/[^/>]+/g, 'https://gitlab.example.com')) },
  { id: 'links with path parameters in the query', behave: link((text) => text.replaceAll('>;', '&id=1>;')) },
  { id: 'links without blanks', behave: link((text) => text.replaceAll('; ', ';')) },
  { id: 'archives in a store, 302', behave: redirecting(302) },
  { id: 'archives in a store, 307', behave: redirecting(307) },
  { id: 'Range is ignored', behave: instead(always, ({ headers: { range: _, ...others }, ...asked }) => ({ ...asked, headers: others })) },
  {
    id: 'another clock',
    behave: answering(
      isOk,
      withJson((value) =>
        everywhere(value, (row) =>
          Object.fromEntries(Object.entries(row).map(([name, each]) => [name, isTime(each) ? earlier(each) : each])),
        ),
      ),
    ),
  },
  { id: 'profiles that may not be read', behave: inside('user', ({ created_at: _, ...row }) => row) },
  { id: 'users without a GitHub name', behave: inside('user', ({ github: _, ...row }) => row) },
  {
    id: 'users with followers',
    behave: inside('user', (row) =>
      'username' in row && 'avatar_url' in row ? { ...row, followers: 3, following: 0, is_followed: false } : row,
    ),
  },
  { id: 'users in other states', behave: inside('user', (row) => ('state' in row ? { ...row, state: 'ldap_blocked' } : row)) },
  { id: 'users without an avatar', behave: member('avatar_url', () => null) },
  { id: 'users with an avatar', behave: member('avatar_url', () => 'https://avatars.example.com/7.png') },
  { id: 'new reasons for failure', behave: member('failure_reason', () => 'a_reason_of_tomorrow') },
  { id: 'new sources of pipelines', behave: member('source', () => 'a_source_of_tomorrow') },
  {
    id: 'new kinds of artifacts',
    behave: member('artifacts', (value) =>
      Array.isArray(value) && value.some((file) => isObject(file) && file['file_type'] !== 'trace')
        ? [...value, { file_type: 'sbom', size: 4, filename: 'sbom.json', file_format: 'raw' }]
        : value,
    ),
  },
  { id: 'logs as raw artifacts', behave: artifacts((file) => (file['file_type'] === 'trace' ? { ...file, file_format: 'raw' } : file)) },
  {
    id: 'logs as artifacts without a format',
    behave: artifacts((file) => (file['file_type'] === 'trace' ? { ...file, file_format: null } : file)),
  },
  { id: 'runners without a description', behave: inside('runner', (row) => ({ ...row, description: null, name: null })) },
  { id: 'stages that are gone', behave: member('stage', () => null) },
  { id: 'coverage everywhere', behave: member('coverage', () => 98.29) },
  {
    id: 'single files by their own types',
    behave: answering((asked, { status }) => isFile(asked) && status === 200, withHeader('content-type', 'text/html')),
  },
  {
    id: 'missing files told by a proxy',
    behave: answering(missing, (answered) => ({
      ...answered,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from('404 page not found\n'),
    })),
  },
  {
    id: 'keep names an internal object',
    behave: answering(
      (asked, { status, body: bytes }) => asked.operation === 'keepJobArtifacts' && status === 404 && bytes.includes('404 Not Found'),
      withJson(() => ({ message: '404 #<Ci::Build:0x00> Not Found' })),
    ),
  },
  {
    id: 'blocked in other words',
    behave: answering(
      (_, { status, body: bytes }) => status === 403 && /block/i.test(bytes.toString()),
      withJson(() => ({ message: '403 Forbidden - Your account has been deactivated.' })),
    ),
  },
  {
    id: 'archives of another name',
    behave: answering(
      (asked, { status }) => asked.operation?.startsWith('download') === true && status === 200,
      withHeader('content-disposition', 'attachment; filename="build-42.zip"; filename*=UTF-8\'\'build-42.zip'),
    ),
  },
]
