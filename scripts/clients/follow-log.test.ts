import { createJobsClient, followLog, linesOf, sectionsOf } from '@jobs-api/client'
import { readSettings, start } from '@jobs-api/server'
import { expect, onTestFinished, test } from 'vitest'
import { hastyClock } from './hasty-clock.ts'

// The simulated runners write the log while it is followed. Their time runs ten times as fast, so that a job takes seconds.

const haste = 10

async function serve(edition: string) {
  const settings = readSettings([`--edition=${edition}`, '--port=0', '--data=:memory:', '--log-level=error'], {})
  const logged: string[] = []
  const server = await start(settings, { say: () => undefined, complain: (line) => void logged.push(line) }, hastyClock(haste))
  onTestFinished(async () => {
    await server.stop()
    expect(logged, 'accidents').toEqual([])
  })
  return createJobsClient({ baseUrl: `${server.url}/api/v4`, token: 'demo-dana-personal' })
}

async function* replay(log: Uint8Array) {
  yield log
}

// The older ones know no part of a log; the oldest says 404 as long as there is none.
test.each(['10.7', '17.x', 'current'])('a log of edition %s is followed from before its beginning to its end', async (edition) => {
  const jobs = await serve(edition)
  const { id } = await jobs.retryJob(1, 11)
  const chunks: Uint8Array[] = []
  for await (const chunk of followLog(jobs, 1, id, { intervalInMs: 40 })) chunks.push(chunk)
  const followed = Buffer.concat(chunks)
  const { data, response } = await jobs.getJobLog(1, id).withResponse()
  expect(response.status).toBe(200)
  expect((await jobs.getJob(1, id)).status).toBe('success')
  expect(chunks.length).toBeGreaterThan(3)
  expect(followed.toString()).toBe(data)

  const lines: string[] = []
  for await (const line of linesOf(replay(followed))) lines.push(line)
  expect(lines.at(-1)).toContain('Job succeeded')
  const sections: string[] = []
  for await (const { name, startedAt, endedAt } of sectionsOf(replay(followed))) {
    expect(endedAt?.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
    sections.push(name)
  }
  expect(sections.slice(0, 4)).toEqual(['prepare_executor', 'prepare_script', 'get_sources', 'step_script'])
})
