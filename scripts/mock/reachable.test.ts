import {
  document,
  type Edition,
  type Example,
  editionDocument,
  editionNames,
  examplesOf,
  type WireRequest,
  wireRequest,
} from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, describe, expect, test } from 'vitest'

// Every answer that the contract documents comes when it is asked for: by header, by query, and by what unchanged code sends.

const mocks: Mock[] = []
afterAll(() => Promise.all(mocks.map((mock) => mock.stop())))

async function mockOf(edition: Edition): Promise<(request: WireRequest) => Promise<Response>> {
  const mock = await startMock({ port: 0, host: '127.0.0.1', edition })
  mocks.push(mock)
  const { origin } = new URL(mock.url)
  return ({ method, path, headers, body }) =>
    fetch(origin + path, { method, headers: { ...headers }, redirect: 'manual', ...(body === undefined ? {} : { body }) })
}

const isOperation = (id: string): id is keyof typeof operations => id in operations

/** The request of the operation's first success, which gets that success unless something is added to it. */
function plain(example: Example, all: readonly Example[]): WireRequest {
  const base = all.find(({ operationId, status }) => operationId === example.operationId && status < 300)
  return requestOf({ ...example, request: base?.request ?? {} })
}

function requestOf({ operationId, request }: Example): WireRequest {
  if (!isOperation(operationId)) throw new Error(`${operationId} is no operation`)
  return wireRequest(operations[operationId], request)
}

const withHeader = (request: WireRequest, name: string, value: string): WireRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})
const withQuery = (request: WireRequest, query: string): WireRequest => ({
  ...request,
  path: `${request.path}${request.path.includes('?') ? '&' : '?'}${query}`,
})
/** Whatever credential there was, this one takes its place. */
const withToken = ({ headers, ...request }: WireRequest, token: string): WireRequest => ({
  ...request,
  headers: { ...headers, ...('JOB-TOKEN' in headers ? { 'JOB-TOKEN': token } : { 'PRIVATE-TOKEN': token }) },
})
const inProject = (request: WireRequest, name: string): WireRequest => ({
  ...request,
  path: request.path.replace(/\/projects\/[^/]+/, `/projects/mock%2F${name}`),
})

const labelOf = ({ operationId, status, name }: Example) => `${operationId} ${status} ${name}`

/** What was answered, if it is not the example: its status, headers and bytes. */
async function difference(example: Example, answer: Response): Promise<string[]> {
  const label = answer.headers.get('X-Mock-Answer')
  const body = Buffer.from(await answer.arrayBuffer())
  const here = new URL(answer.url).origin
  const wrong = Object.entries(example.headers).filter(
    ([name, value]) =>
      answer.headers.get(name) !== (/^(Link|Location)$/.test(name) ? value.replaceAll('http://127.0.0.1:4000', here) : value),
  )
  const isSame = label === labelOf(example) && answer.status === example.status && body.equals(bytesOf(example)) && wrong.length === 0
  return isSame ? [] : [`${labelOf(example)}: ${answer.status} ${label} ${body.toString().slice(0, 80)} ${JSON.stringify(wrong)}`]
}

function bytesOf({ value, mediaType, isBase64 }: Example): Buffer {
  if (mediaType === undefined) return Buffer.alloc(0)
  if (mediaType === 'application/json') return Buffer.from(JSON.stringify(value))
  return Buffer.from(String(value), isBase64 ? 'base64' : 'utf8')
}

type Ways = Readonly<Record<string, (example: Example, plain: WireRequest) => WireRequest>>

const ways: Ways = {
  'the Prefer header': ({ status, name }, request) => withHeader(request, 'Prefer', `code=${status}, example=${name}`),
  'the query': ({ status, name }, request) => withQuery(request, `__code=${status}&__example=${name}`),
  'a magic token': ({ status, name }, request) => withToken(request, `mock-${status}-${name}`),
  'a magic project': ({ status, name }, request) => inProject(request, `${status}-${name}`),
}

describe.each(editionNames)('edition %s', async (edition) => {
  const ask = await mockOf(edition)
  const examples = examplesOf(await editionDocument(edition))

  // The ways are the same in all editions; it is the examples that differ.
  test.each(Object.entries(ways).filter(([way]) => edition === 'current' || way === 'a magic token'))(
    'every example, by %s',
    async (way, change) => {
      const those = way === 'a magic project' ? examples.filter((example) => requestOf(example).path.includes('/projects/')) : examples
      const wrong = await Promise.all(
        those.map(async (example) => difference(example, await ask(change(example, plain(example, examples))))),
      )
      expect(wrong.flat()).toEqual([])
      expect(those.length).toBeGreaterThan(100)
    },
  )

  test('every example, by the request that it shows', async () => {
    const those = examples.filter(({ request }) => request.settings === undefined && request.before === undefined)
    const wrong = await Promise.all(those.map(async (example) => difference(example, await ask(requestOf(example)))))
    expect(wrong.flat()).toEqual([])
    expect(those.length).toBeGreaterThan(100)
  })
})

test('not modified, by the tag of each example, and by name', async () => {
  const ask = await mockOf('current')
  const examples = examplesOf(document)
  const found = examples.filter(({ status, headers }) => status === 200 && headers['ETag'] !== undefined)
  for (const example of found) {
    const request = requestOf(example)
    for (const tag of ['*', example.headers['ETag'] ?? '']) {
      const answer = await ask(withHeader(request, 'If-None-Match', tag))
      expect([labelOf(example), answer.status, answer.headers.get('ETag')]).toEqual([labelOf(example), 304, example.headers['ETag']])
    }
    expect((await ask(withToken(plain(example, examples), 'mock-304'))).status).toBe(304)
    expect((await ask(withHeader(request, 'Prefer', 'code=304'))).status).toBe(304)
  }
  expect(found.length).toBeGreaterThan(20)
})
