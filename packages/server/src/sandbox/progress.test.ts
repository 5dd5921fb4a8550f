import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()

type Open = Awaited<ReturnType<typeof universe>>

/** Everything that a universe shows of itself. */
async function everything({ ask }: Open) {
  const olga = async (path: string) => (await ask(`GET ${path}`, { as: 'olga' })).body
  const projects = await Promise.all([1, 2, 3, 4].map((project) => olga(`/projects/${project}/jobs?per_page=100`)))
  const bridges = await Promise.all([6, 10, 20].map((pipeline) => olga(`/projects/1/pipelines/${pipeline}/bridges`)))
  const jobs = projects.flatMap((list, index) => Object(list).map(({ id }: { id: number }) => ({ id, project: index + 1 })))
  const logs = await Promise.all(
    jobs.map(({ id, project }: { id: number; project: number }) => olga(`/projects/${project}/jobs/${id}/trace`)),
  )
  expect(logs.length).toBeGreaterThan(35)
  return { projects, bridges, logs }
}

/** Orders of people at their times, so that much is under way. */
async function live({ ask }: Open, wait: (seconds: number) => Promise<void>): Promise<void> {
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
    for (let left = seconds * 1000; left > 0; left -= 250) await steps.universe.advance(Math.min(left, 250))
  })
  await live(leaps, (seconds) => leaps.universe.advance(seconds * 1000))
  expect(await everything(leaps)).toEqual(await everything(steps))
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
