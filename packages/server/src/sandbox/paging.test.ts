import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()

interface Walk {
  readonly ids: readonly number[]
  readonly pages: number
  /** How many jobs came into being on the way. */
  readonly added: number
}

/** From page to page by `Link`, while somebody runs jobs again. */
async function walk(query: string, isBusy: boolean): Promise<Walk> {
  const { send, ask } = await universe()
  await ask('PUT /sandbox/world', { body: { world: 'ten-thousand-jobs' } })
  const ids: number[] = []
  let [pages, added] = [0, 0]
  for (let next: string | undefined = `/api/v4/projects/1/jobs?per_page=100&${query}`; next !== undefined; pages++) {
    const answer = await send('GET', next)
    const jobs = Object(await answer.json())
    for (const { id, status } of jobs) {
      ids.push(id)
      if (isBusy && status === 'failed' && (await ask(`POST /projects/1/jobs/${id}/retry`)).status === 201) added++
    }
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
  }
  return { ids, pages, added }
}

const numberOf = (ids: readonly number[]) => new Set(ids).size

const quiet = { counted: await walk('page=1', false), byCursor: await walk('pagination=keyset', false) }

test('by number and by cursor, every job comes once', () => {
  for (const { ids, pages } of [quiet.counted, quiet.byCursor]) {
    expect(numberOf(ids)).toBe(ids.length)
    expect(ids.toSorted((one, other) => other - one)).toEqual(ids)
    expect(pages).toBe(Math.ceil(ids.length / 100))
    expect(pages).toBeGreaterThan(20)
  }
})

test('by cursor, every job that was there comes once, whatever is added meanwhile', async () => {
  const busy = await walk('pagination=keyset', true)
  expect(busy.added).toBeGreaterThan(20)
  expect(busy.ids).toEqual(quiet.byCursor.ids)
})

// The newest job stands first, so each that is added pushes all others towards pages that are still to come. That is how GitLab counts.
test('by number, none is missed, and as many come twice as were added before the last page', async () => {
  const busy = await walk('page=1', true)
  expect(busy.added).toBeGreaterThan(20)
  expect([...new Set(busy.ids)]).toEqual(quiet.counted.ids)
  expect(busy.ids.length - numberOf(busy.ids)).toBeGreaterThan(0)
  expect(busy.ids.length - numberOf(busy.ids)).toBeLessThanOrEqual(busy.added)
})
