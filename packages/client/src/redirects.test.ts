import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'
import { listen, textOf } from './listen.suite.ts'
import type { Credentials } from './types.ts'

// A redirect is an order of the server to go elsewhere. Whatever it says, credentials stay with the origin that they were
// meant for, and an action is not sent to a second address. Another scheme is played by a double of `fetch` here, because
// Node cannot make a certificate; scripts/ci has the same with real ones.

const secret = 'glpat-must-not-travel'
const credentials: Credentials[] = [{ token: secret }, { jobToken: secret }, { oauth: secret }]
const statuses = [301, 302, 303, 307, 308]
const targets = ['same origin', 'other host', 'other port', 'other scheme'] as const
type Target = (typeof targets)[number]

const matrix = statuses.flatMap((status) => targets.flatMap((target) => credentials.map((credential) => ({ status, target, credential }))))

/** Where redirects lead. `home` is what the first address was sent, `away` what all others were. */
async function world(status: number, target: Target) {
  const home: string[] = []
  const away: string[] = []
  const handle: RequestListener = (request, response) => {
    const isHome = request.url?.startsWith('/api') === true
    ;(isHome ? home : away).push(textOf(request))
    if (isHome) response.writeHead(status, { Location: `${places[target]}/moved` }).end()
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end('[{"id":8}]')
  }
  const origin = await listen(handle)
  const places: Record<Target, string> = {
    'same origin': origin,
    'other host': origin.replace('127.0.0.1', 'localhost'),
    'other port': await listen(handle),
    'other scheme': origin.replace('http:', 'https:'),
  }
  const send = (request: Request) => {
    if (request.url.startsWith('http:')) return fetch(request)
    away.push(lineOf(request))
    return Promise.resolve(Response.json([{ id: 8 }]))
  }
  return { home, away, options: { baseUrl: `${origin}/api/v4`, fetch: send } }
}

const lineOf = ({ method, url, headers }: Request) => [method, url, ...[...headers].flat()].join('\n')

describe.each(matrix)('$status to the $target with $credential', ({ status, target, credential }) => {
  test('a GET follows, and its credential only within the origin', async () => {
    const { home, away, options } = await world(status, target)
    const jobs = await createJobsClient({ ...options, ...credential })
      .listPipelineJobs(1, 6)
      .all({ max: 1 })
    expect([jobs.length, home.length, away.length]).toEqual([1, 1, 1])
    expect(home[0]).toContain(secret)
    expect(away[0]?.includes(secret)).toBe(target === 'same origin')
  })

  test('a POST does not', async () => {
    const { home, away, options } = await world(status, target)
    const call = createJobsClient({ ...options, ...credential }).cancelJob(1, 8)
    await expect(call).rejects.toMatchObject({ name: 'JobsApiError', kind: 'refused', status })
    expect([home.length, away]).toEqual([1, []])
  })
})

test('a credential that was left behind does not come back on the way home', async () => {
  const seen: string[] = []
  const send = async (request: Request) => {
    seen.push(lineOf(request))
    const next = ['https://store.example/a', 'https://gitlab.example/b'][seen.length - 1]
    return next === undefined ? Response.json({ id: 8 }) : new Response(null, { status: 302, headers: { location: next } })
  }
  await createJobsClient({ baseUrl: 'https://gitlab.example/api/v4', token: secret, fetch: send }).getJob(1, 8)
  expect(seen.map((line) => line.includes(secret))).toEqual([true, false, false])
})

describe.each(credentials)('in a browser, which shows no redirect, %o', (credential) => {
  test('is sent as Bearer, which the browser takes off by itself', async () => {
    const seen: Request[] = []
    const send = async (request: Request) => {
      seen.push(request)
      const hidden = Object.defineProperties(new Response(), {
        type: { value: 'opaqueredirect' },
        status: { value: 0 },
        ok: { value: false },
      })
      return request.redirect === 'manual' ? hidden : Response.json([{ id: 8 }])
    }
    const jobs = createJobsClient({ baseUrl: 'https://gitlab.example/api/v4', ...credential, fetch: send })
    expect(await jobs.listPipelineJobs(1, 6, { headers: { 'PRIVATE-TOKEN': secret } }).all({ max: 1 })).toEqual([{ id: 8 }])
    expect(seen.map(({ redirect }) => redirect)).toEqual(['manual', 'follow'])
    const { headers } = seen[1] ?? new Request('https://nobody.example')
    expect(['authorization', 'private-token', 'job-token'].map((name) => headers.get(name))).toEqual([`Bearer ${secret}`, null, null])
  })
})
