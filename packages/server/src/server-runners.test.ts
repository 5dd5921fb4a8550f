import { expect, onTestFinished, test } from 'vitest'
import { manualClock } from './clock.ts'
import { start } from './server.ts'
import { readSettings } from './settings.ts'

/** A whole server in the demo world, with a clock that the test moves. */
async function serve(...flags: string[]) {
  const clock = manualClock(Date.UTC(2026, 10, 20, 10))
  const logged: string[] = []
  const settings = readSettings(['--port=0', '--data=:memory:', '--log-level=error', ...flags], {})
  const server = await start(settings, { say: () => undefined, complain: (line) => void logged.push(line) }, clock)
  onTestFinished(async () => {
    await server.stop()
    await clock.advance(1000)
    expect(logged, 'accidents').toEqual([])
  })
  const headers = { 'PRIVATE-TOKEN': 'demo-dana-personal' }
  const ask = (path: string, method = 'GET') => fetch(`${server.url}/api/v4/projects/1/jobs/${path}`, { method, headers })
  const job = async (path: string, method?: string) => (await (await ask(path, method)).json()) as Record<string, unknown>
  return { clock, job, log: async (id: unknown) => (await ask(`${id}/trace`)).text() }
}

test('a retried job is seen to start, log and finish; every moment is that of the clock', async () => {
  const { clock, job, log } = await serve()
  const { id, status, created_at } = await job('11/retry', 'POST')
  expect([status, created_at]).toEqual(['pending', '2026-11-20T10:00:00.000Z'])
  await clock.advance(4000)
  const running = await job(`${id}`)
  expect(running).toMatchObject({ status: 'running', started_at: '2026-11-20T10:00:01.500Z', duration: 2.5, queued_duration: 1.5 })
  const before = await log(id)
  await clock.advance(20_000)
  expect(await job(`${id}`)).toMatchObject({ status: 'success', runner: { id: 1, status: 'online' }, artifacts: [{ file_type: 'trace' }] })
  expect((await log(id)).startsWith(before) && before.length > 0).toBe(true)
})

test('without runners, nothing happens but what is asked for', async () => {
  const { clock, job } = await serve('--runners', 'off')
  const { id } = await job('11/retry', 'POST')
  await clock.advance(3_600_000)
  expect([(await job(`${id}`))['status'], (await job('14'))['status'], (await job('27'))['status']]).toEqual([
    ...['pending', 'running', 'scheduled'],
  ])
})
