import { createJobsClient, waitForJob } from '@jobs-api/client'
import { readSettings, start } from '@jobs-api/server'
import { expect, onTestFinished, test } from 'vitest'

test('a job that was retried is waited for in its new attempt, until that has ended', async () => {
  const settings = readSettings(['--port=0', '--data=:memory:', '--log-level=error'], {})
  const server = await start(settings, { say: () => undefined, complain: (line) => console.error(line) })
  onTestFinished(() => server.stop())
  const jobs = createJobsClient({ baseUrl: `${server.url}/api/v4`, token: 'demo-dana-personal' })
  const { id } = await jobs.retryJob(1, 11)
  const seen: string[] = []
  const onChange = ({ id, status }: { id: number; status: string }) => {
    seen.push(`${id} ${status}`)
    if (status === 'running') void jobs.cancelJob(1, id) // its script would take longer than anybody likes to wait
  }
  const job = await waitForJob(jobs, 1, 11, { followRetries: true, intervalInMs: 100, onChange })
  expect(job).toMatchObject({ id, status: 'canceled' })
  expect(seen.at(0)).toMatch(/^11 /)
  expect(seen).toContain(`${id} running`)
  expect(seen.at(-1)).toBe(`${id} canceled`)
})
