import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, clock } = demoWorld({ rateLimit: 3 })
const minute = 60_000
const list = 'GET /projects/1/jobs?per_page=1'

/** Each test begins with a minute of its own. */
let minutes = 0
const nextMinute = () => {
  clock.now += ++minutes * minute
}

const asked = async (times: number, as: string | null, line = list) => {
  const answers = []
  for (let time = 0; time < times; time++) answers.push(await ask(line, { as }))
  return answers
}

describe('so many requests a minute', () => {
  test('and no more', async () => {
    nextMinute()
    const answers = await asked(5, 'dana')
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    const refused = answers[3]
    expect(refused?.json).toEqual({ message: { error: 'This endpoint has been requested too many times. Try again later.' } })
    expect(refused?.headers).toMatchObject({
      'retry-after': '60',
      'ratelimit-limit': '3',
      'ratelimit-remaining': '0',
      'ratelimit-observed': '4',
    })
    expect(answers[0]?.headers).toMatchObject({
      'ratelimit-remaining': '2',
      'ratelimit-observed': '1',
      'ratelimit-name': 'throttle_authenticated_api',
    })
    expect(answers[0]?.headers).not.toHaveProperty('retry-after')
  })

  test('until the minute is over, which is said', async () => {
    nextMinute()
    clock.now += 20_000
    const { headers } = (await asked(4, 'dana'))[3] ?? {}
    expect(headers?.['retry-after']).toBe('40')
    clock.now += 39_999
    expect((await ask(list)).status).toBe(429)
    clock.now += 1
    expect(Number(headers?.['ratelimit-reset']) * 1000).toBe(clock.now)
    expect((await ask(list)).status).toBe(200)
  })

  test('for each, whichever token is used', async () => {
    nextMinute()
    await asked(3, 'dana')
    expect((await asked(1, 'mia'))[0]?.status).toBe(200)
    expect((await asked(1, 'dana-oauth'))[0]?.status).toBe(429)
    expect((await asked(1, 'webshop-job'))[0]?.status).toBe(429)
  })

  test('for all together who do not say who they are', async () => {
    nextMinute()
    const open = 'GET /projects/2/pipelines/9/jobs'
    const answers = await asked(4, null, open)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-name': 'throttle_unauthenticated_api' })
    expect((await asked(1, 'rita', open))[0]?.status).toBe(200)
  })

  test('refusals count, and what is wrong is found before', async () => {
    nextMinute()
    expect((await asked(4, 'dana', 'GET /projects/1/jobs/999')).map(({ status }) => status)).toEqual([404, 404, 404, 429])
    expect((await asked(1, 'dana', 'GET /projects/1/jobs/one'))[0]?.status).toBe(400)
    expect((await asked(1, 'nobody'))[0]?.status).toBe(401)
  })
})
