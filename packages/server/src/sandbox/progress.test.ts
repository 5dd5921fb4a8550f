import { buffer } from 'node:stream/consumers'
import { groups } from '@jobs-api/lifecycle'
import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'
import type { Universe } from './universe.ts'

const { universe } = await openSandbox()

/** Everything that a universe holds. */
async function everything({ scene: { stores } }: Universe) {
  const rows = await stores.store.read(async (reader) => {
    const jobs = await Promise.all(Array.from({ length: 120 }, (_, id) => reader.job(id)))
    const known = jobs.filter((job) => job !== undefined)
    const artifacts = await Promise.all(known.map(({ id }) => reader.artifacts(id)))
    const pipelines = await Promise.all(known.map(({ projectId, pipelineId }) => reader.pipeline(projectId, pipelineId)))
    return { known, artifacts, pipelines, runners: await reader.runners(), moving: await reader.underWay(groups.moving) }
  })
  const logs = await Promise.all(
    rows.known.map(async ({ id }) => {
      const log = await stores.logs.read(id)
      return log && (await buffer(log.open(0, log.size))).toString()
    }),
  )
  return { ...rows, logs }
}

/** Orders of people at their times, so that much is under way. */
async function live({ ask }: Awaited<ReturnType<typeof universe>>, wait: (seconds: number) => Promise<void>): Promise<void> {
  await wait(1.1)
  await ask('POST /projects/1/jobs/11/retry')
  await ask('POST /projects/1/jobs/26/play')
  await wait(3.3)
  await ask('POST /projects/1/jobs/39/play', { as: 'mia' })
  await ask('POST /projects/1/jobs/14/cancel')
  await wait(20)
  await ask('POST /projects/1/jobs/23/cancel')
  await wait(2500)
}

test('one leap is as good as many steps: the story depends on the clock alone', { timeout: 60_000 }, async () => {
  const [steps, leaps] = [await universe(), await universe()]
  await live(steps, async (seconds) => {
    for (let left = seconds * 1000; left > 0; left -= 250) {
      steps.universe.clock.advance(Math.min(left, 250))
      await steps.universe.scene.catchUp()
    }
  })
  await live(leaps, (seconds) => leaps.universe.advance(seconds * 1000))
  expect(await everything(leaps.universe)).toEqual(await everything(steps.universe))
})

test('a log grows while its job runs', async () => {
  const { advance, log, status } = await universe()
  const sizes = []
  for (let time = 0; time < 8; time++) {
    await advance('1s')
    sizes.push((await log(21)).length)
  }
  expect(new Set(sizes).size).toBeGreaterThan(4)
  expect(await status(21)).toBe('running')
})

test('a month passes in no time, and archives expire', async () => {
  const { advance, ask } = await universe()
  expect((await ask('GET /projects/1/jobs/8/artifacts')).status).toBe(200)
  await advance('31d')
  expect((await ask('GET /projects/1/jobs/8/artifacts')).status).toBe(404)
})

test('a clock that runs takes the jobs with it', async () => {
  const { ask, status } = await universe()
  await ask('POST /sandbox/clock', { body: { speed: 1000 } })
  await expect.poll(() => status(21), { interval: 5 }).toBe('success')
})
