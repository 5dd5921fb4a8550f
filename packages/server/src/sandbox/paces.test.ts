import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()
type Open = Awaited<ReturnType<typeof universe>>

const pace = ({ ask }: Open, body: object) => ask('PUT /sandbox/pace', { body })

/** What each of so many readings of a job shows. */
async function readings({ status }: Open, job: number, count: number): Promise<string[]> {
  const seen = []
  for (let reading = 0; reading < count; reading++) seen.push(await status(job))
  return seen
}

test('at once: what was waiting its turn has come to its end, and so has what is asked for', async () => {
  const own = await universe()
  await pace(own, { mode: 'at_once' })
  expect([await own.status(21), await own.status(22), await own.status(24)]).toEqual(['success', 'failed', 'success'])
  expect(await own.log(21)).toContain('Job succeeded')
  const retried = Object((await own.ask('POST /projects/1/jobs/11/retry')).body)
  expect([retried.status, await own.status(retried.id)]).toEqual(['pending', 'success'])
})

test('after three readings in each status', async () => {
  const own = await universe()
  await pace(own, { mode: 'reads', reads: 3 })
  expect(await readings(own, 21, 7)).toEqual(['pending', 'pending', 'pending', 'running', 'running', 'running', 'success'])
})

test('a log grows with each reading, to its end', async () => {
  const own = await universe()
  await pace(own, { mode: 'reads', reads: 4, job: 21 })
  await readings(own, 21, 4)
  const sizes = []
  for (let reading = 0; reading < 5; reading++) sizes.push((await own.log(21)).length)
  expect(sizes.toSorted((one, other) => one - other)).toEqual(sizes)
  expect(new Set(sizes).size).toBe(5)
  expect(await own.log(21)).toContain('Job succeeded')
})

test('a list reads the jobs on its page, each once, and what only changes reads none', async () => {
  const own = await universe()
  await pace(own, { mode: 'reads', reads: 2 })
  await own.ask('GET /projects/1/jobs?scope[]=pending')
  await own.ask('GET /projects/1/jobs?scope[]=failed')
  await own.ask('POST /projects/1/jobs/26/play')
  expect(await readings(own, 21, 2)).toEqual(['pending', 'running'])
  expect(await readings(own, 26, 3)).toEqual(['pending', 'pending', 'running'])
})

test('a pace for one job, and for all of a name, before the one for all others', async () => {
  const own = await universe()
  await pace(own, { mode: 'never' })
  await pace(own, { mode: 'at_once', job: 21 })
  await pace(own, { mode: 'time', job: 'docs' })
  await own.advance('2h')
  expect([await own.status(21), await own.status(14), await own.status(22)]).toEqual(['success', 'running', 'preparing'])
  const { body } = await own.ask('GET /sandbox')
  expect(body).toMatchObject({
    pace: { mode: 'never' },
    job_paces: [
      { job: 21, pace: { mode: 'at_once' } },
      { job: 'docs', pace: { mode: 'time' } },
    ],
  })
})

test('nothing happens by itself, and a reset brings back the pace as well', async () => {
  const own = await universe()
  await pace(own, { mode: 'never' })
  await own.advance('31d')
  expect([await own.status(21), await own.status(14)]).toEqual(['pending', 'running'])
  await own.ask('POST /sandbox/reset')
  await own.advance('1m')
  expect(await own.status(21)).toBe('success')
})
