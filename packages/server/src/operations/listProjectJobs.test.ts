import { describe, expect, test } from 'vitest'
import { type Answer, demoWorld } from '../demo-world.suite.ts'

const { ask, fresh } = demoWorld()

const jobs = '/projects/1/jobs'
const everyId = async () => (await ask(`GET ${jobs}?per_page=100`)).ids

/** The address of the next page, without host. */
const next = ({ headers: { link } }: Answer) => /<https?:\/\/[^/]+([^>]+)>; rel="next"/.exec(String(link))?.[1]

describe('what is listed', () => {
  test('every ordinary job, newest first: those that were retried or only created as well, trigger jobs never', async () => {
    const ids = await everyId()
    expect(ids).toEqual([...ids].sort((one, other) => other - one))
    expect(ids).toEqual(expect.arrayContaining([16, 17, 25, 8]))
    for (const bridge of [12, 18, 39]) expect(ids).not.toContain(bridge)
    expect(ids).toHaveLength(29)
  })

  test.each([
    ['ref=feature/freight-cost', [17, 16, 15, 13, 11]],
    ['ref=feature%2Ffreight-cost&scope[]=failed', [16, 13, 11]],
    ['ref=nowhere', []],
    ['ref=', undefined],
    ['scope[]=running&scope[]=canceling', [30, 28, 14]],
    ['scope=skipped', [15]],
  ])('%s: %o', async (query, wanted) => {
    expect((await ask(`GET ${jobs}?per_page=100&${query}`)).ids).toEqual(wanted ?? (await everyId()))
  })
})

describe('pages by number', () => {
  test('lead through the whole list, and say where they are', async () => {
    const pages: Answer[] = []
    for (let target: string | undefined = `${jobs}?per_page=10`; target !== undefined; ) {
      const page: Answer = await ask(`GET ${target}`)
      pages.push(page)
      target = next(page)
    }
    expect(pages.flatMap(({ ids }) => ids)).toEqual(await everyId())
    const told = pages.map(({ headers: h }) => [h['x-page'], h['x-per-page'], h['x-prev-page'], h['x-next-page']].join(' '))
    expect(told).toEqual(['1 10  2', '2 10 1 3', '3 10 2 '])
  })

  test('never tell how many there are', async () => {
    const { headers } = await ask(`GET ${jobs}?per_page=5&page=2`)
    for (const name of ['x-total', 'x-total-pages']) expect(headers).not.toHaveProperty(name)
    expect(headers.link).not.toContain('rel="last"')
    expect(String(headers.link).match(/rel="\w+"/g)).toEqual(['rel="prev"', 'rel="next"', 'rel="first"'])
  })

  test('a list that ends with its page has no next one', async () => {
    expect(next(await ask(`GET ${jobs}?per_page=29`))).toBeUndefined()
    expect(next(await ask(`GET ${jobs}?per_page=28`))).toBeDefined()
  })

  test('beyond the end are empty', async () => {
    const answer = await ask(`GET ${jobs}?page=50`)
    expect(answer).toMatchObject({ status: 200, json: [], headers: { 'x-next-page': '', 'x-prev-page': '49' } })
  })

  test('keep what was asked for, in every spelling', async () => {
    const target = next(await ask(`GET ${jobs}?scope[]=failed&scope[]=success&ref=master&per_page=1`)) ?? ''
    const { searchParams } = new URL(target, 'http://a')
    expect(searchParams.getAll('scope[]')).toEqual(['failed', 'success'])
    expect([searchParams.get('ref'), searchParams.get('page')]).toEqual(['master', '2'])
  })

  test.each([
    ['per_page=100&page=500', 200],
    ['per_page=100&page=501', 405],
    ['page=2500', 200],
    ['page=2501', 405],
  ])('go so deep and no deeper: %s', async (query, status) => {
    expect((await ask(`GET ${jobs}?${query}`)).status).toBe(status)
  })
})

describe('pages by cursor', () => {
  const walk = async (query: string, meanwhile?: () => Promise<unknown>) => {
    const seen: number[] = []
    for (let target: string | undefined = `${jobs}?pagination=keyset&${query}`; target !== undefined; ) {
      const page: Answer = await ask(`GET ${target}`)
      seen.push(...page.ids)
      target = next(page)
      await meanwhile?.()
    }
    return seen
  }

  test.each(['per_page=1', 'per_page=7', 'per_page=28', 'per_page=100'])('lead through the whole list: %s', async (query) => {
    expect(await walk(query)).toEqual(await everyId())
  })

  test('show each job once, though new ones come meanwhile; pages by number do not', async () => {
    await fresh()
    const before = await everyId()
    const retries = [11, 13, 8, 5, 42, 33, 34, 35]
    const retryOne = async () => void (await ask(`POST /projects/1/jobs/${retries.shift() ?? 1}/retry`))
    expect(await walk('per_page=5', retryOne)).toEqual(before)
    const [first, , second] = [await ask(`GET ${jobs}?per_page=5`), await retryOne(), await ask(`GET ${jobs}?per_page=5&page=2`)]
    expect(second.ids[0]).toBe(first.ids[4])
  })

  test('keep the filters', async () => {
    expect(await walk('scope[]=failed&ref=feature/freight-cost&per_page=1&order_by=id&sort=desc')).toEqual([16, 13, 11])
  })

  test('carry no numbers of pages', async () => {
    const { headers } = await ask(`GET ${jobs}?pagination=keyset&per_page=5`)
    expect(Object.keys(headers).filter((name) => /^x-(page|per-page|next-page|prev-page|total)/.test(name))).toEqual([])
    expect(String(headers.link).match(/rel="\w+"/g)).toEqual(['rel="next"'])
  })

  test('end without a link', async () => {
    expect((await ask(`GET ${jobs}?pagination=keyset&per_page=100`)).headers).not.toHaveProperty('link')
  })

  test.each(['order_by=name', 'sort=asc', 'order_by=id&sort=asc', 'order_by=created_at'])(
    'only by id, newest first: not %s',
    async (query) => {
      expect((await ask(`GET ${jobs}?pagination=keyset&${query}`)).refusal).toEqual([
        405,
        { error: 'Keyset pagination is not yet available for this type of request' },
      ])
      expect((await ask(`GET ${jobs}?${query}`)).status, 'by number it is ignored').toBe(200)
    },
  )

  test.each(['x', btoa('{"id":"x"}'), btoa('{"id":8}'), btoa('{"id":"8","x":1}'), btoa('{"id":"9999999999999999"}')])(
    'a cursor that was made up is refused: %s',
    async (cursor) => {
      expect((await ask(`GET ${jobs}?pagination=keyset&cursor=${encodeURIComponent(cursor)}`)).refusal).toEqual([
        400,
        { error: 'cursor is invalid' },
      ])
    },
  )

  test('pagination=legacy is by number', async () => {
    expect((await ask(`GET ${jobs}?pagination=legacy`)).headers['x-page']).toBe('1')
  })
})

describe('who may', () => {
  const path = (source: string, id: number) => ({
    message: `403 Forbidden - Authentication by CI/CD job token not allowed from ${source} to project #${id}.`,
  })
  test.each([
    ['gus', 1, 200, undefined],
    ['gus', 3, 403, { message: '403 Forbidden' }],
    ['rita', 3, 200, undefined],
    ['sam', 1, 404, { message: '404 Project Not Found' }],
    ['sam', 2, 200, undefined],
    ['sam', 6, 403, { message: '403 Forbidden' }],
    [null, 2, 401, { message: '401 Unauthorized' }],
    ['webshop-job', 1, 200, undefined],
    ['console-job', 1, 200, undefined],
    ['vault-job', 1, 403, path('harbor/vault', 1)],
    ['webshop-job', 4, 403, path('harbor/webshop', 4)],
    ['webshop-job', 3, 403, path('harbor/webshop', 3)],
    ['vault-job', 2, 200, undefined],
    ['vault-job', 6, 403, { message: '403 Forbidden' }],
    ['vault-job', 999, 404, { message: '404 Project Not Found' }],
  ])('%s in project %s: %i', async (as, id, status, body) => {
    const answer = await ask(`GET /projects/${id}/jobs`, { as })
    expect(answer.status).toBe(status)
    if (body !== undefined) expect(answer.json).toEqual(body)
  })
})
