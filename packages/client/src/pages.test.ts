import { describe, expect, test } from 'vitest'
import { createJobsClient } from './index.ts'

const baseUrl = 'https://gitlab.example.com/api/v4'
const total = 250

interface Server {
  readonly link?: boolean
  readonly numbers?: boolean
  readonly keyset?: boolean
}

/** A project of 250 jobs, as different servers would page it; tells the queries that it was asked. */
function project({ link = true, numbers = true, keyset = true }: Server = {}) {
  const asked: string[] = []
  const send = async ({ url }: Request): Promise<Response> => {
    const query = new URL(url).searchParams
    asked.push(query.toString())
    const byCursor = keyset && query.get('pagination') === 'keyset'
    const size = Number(query.get('per_page') ?? 20)
    const from = byCursor ? Number(query.get('cursor') ?? 0) : (Number(query.get('page') ?? 1) - 1) * size
    const items = Array.from({ length: Math.max(0, Math.min(size, total - from)) }, (_, at) => ({ id: total - from - at }))
    const next = from + size < total ? String(byCursor ? from + size : from / size + 2) : ''
    const headers = new Headers({ 'Content-Type': 'application/json' })
    const address = `https://internal.example/api/v4/projects/1/jobs?id=1&per_page=${size}&${byCursor ? `pagination=keyset&cursor=${next}` : `page=${next}`}`
    if (link) headers.set('Link', next === '' ? '<https://internal.example/>; rel="first"' : `<${address}>; rel="next"`)
    if (numbers && !byCursor) headers.set('X-Next-Page', next)
    if (numbers && !byCursor) headers.set('X-Total', String(total))
    return Response.json(items, { headers })
  }
  return { asked, jobs: createJobsClient({ baseUrl, token: 't', fetch: send }) }
}

describe.each<[string, Server]>([
  ['with cursors', {}],
  ['that counts pages', { keyset: false }],
  ['without Link', { keyset: false, link: false }],
  ['without any header', { keyset: false, link: false, numbers: false }],
])('a server %s', (_, kind) => {
  test('gives every job once', async () => {
    const ids: number[] = []
    for await (const { id } of project(kind).jobs.listProjectJobs(1)) ids.push(id)
    expect(ids).toEqual(Array.from({ length: total }, (_, at) => total - at))
  })

  test('is asked no more than is looked at', async () => {
    const { asked, jobs } = project(kind)
    expect((await jobs.listProjectJobs(1).first(5)).map(({ id }) => id)).toEqual([250, 249, 248, 247, 246])
    expect(asked).toEqual([expect.stringContaining('per_page=5')])
  })

  test('goes on where a page ended', async () => {
    const { jobs } = project(kind)
    const { value: page } = await jobs.listProjectJobs(1, { per_page: 10 }).pages().next()
    const [again] = await jobs.listProjectJobs(1, { per_page: 10, startAt: page?.next }).first(1)
    expect(again?.id).toBe(240)
  })
})

test('a server that does not know pages is not asked for ever', async () => {
  let asked = 0
  const send = async () => {
    asked++
    return Response.json([{ id: 2 }, { id: 1 }], { headers: { Link: `<${baseUrl}/projects/1/jobs?page=2>; rel="next"` } })
  }
  const ids: number[] = []
  const read = async () => {
    for await (const { id } of createJobsClient({ baseUrl, token: 't', fetch: send }).listProjectJobs(1)) ids.push(id)
  }
  await expect(read()).rejects.toMatchObject({ kind: 'broken_answer', message: 'listProjectJobs: the list leads back to page=2' })
  expect([asked, ids]).toEqual([2, [2, 1]])
})

test('a list that is longer than expected does not fill the memory', async () => {
  const { asked, jobs } = project()
  await expect(jobs.listProjectJobs(1).all({ max: 100 })).rejects.toThrow(RangeError)
  expect(asked).toHaveLength(2)
  expect(await jobs.listProjectJobs(1).all({ max: total })).toHaveLength(total)
})

test('totals are given where the server counts', async () => {
  const counted = await project().jobs.listProjectJobs(1, { page: 1 }).pages().next()
  const walked = await project().jobs.listProjectJobs(1).pages().next()
  expect([counted.value?.total, walked.value?.total]).toEqual([total, undefined])
})

test('a server that refuses cursors is asked for pages', async () => {
  const refusing = createJobsClient({
    baseUrl,
    token: 't',
    fetch: async (request) =>
      request.url.includes('keyset')
        ? Response.json({ error: 'Keyset pagination is not yet available for this type of request' }, { status: 405 })
        : Response.json([{ id: 1 }]),
  })
  expect(await refusing.listProjectJobs(1).all({ max: 5 })).toEqual([{ id: 1 }])
})

test('a next address that leads nowhere ends the list', async () => {
  const headers = { Link: '<https://gitlab.example.com/api/v4/projects/1/jobs?pagination=keyset>; rel="next"' }
  const jobs = createJobsClient({ baseUrl, token: 't', fetch: async () => Response.json([{ id: 1 }], { headers }) })
  expect(await jobs.listProjectJobs(1).all({ max: 5 })).toEqual([{ id: 1 }])
})
