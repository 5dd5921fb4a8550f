import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { start } from '../server.ts'
import { readSettings } from '../settings.ts'

/** A server in memory that counts, and where it tells. */
async function counting(...flags: string[]) {
  const lines: string[] = []
  const settings = readSettings(['--port=0', '--data=:memory:', '--runners=off', '--log-level=silent', ...flags], {})
  const server = await start(settings, { say: (text) => void lines.push(text), complain: () => undefined })
  onTestFinished(() => server.stop())
  return { url: server.url, metrics: /http:\S+\/metrics/.exec(lines.join())?.[0] }
}

const secret = { 'PRIVATE-TOKEN': 'demo-dana-personal' }

test('requests are counted by operation and status, and nothing else of them is told', async () => {
  const { url, metrics = '' } = await counting('--metrics-port=0')
  const ask = async (path: string, headers: Record<string, string> = secret) => (await fetch(url + path, { headers })).text()
  for (const path of ['/api/v4/projects/1/jobs/8', '/api/v4/projects/harbor%2Fwebshop/jobs/11', '/api/v4/projects/1/jobs/987654'])
    await ask(path)
  await ask('/api/v4/projects/1/jobs/8?private_token=hidden-token', {})
  await ask('/health')
  const answer = await fetch(metrics)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const text = await answer.text()
  for (const [operation, status, count] of [
    ['getJob', 200, 2],
    ['getJob', 404, 1],
    ['getJob', 401, 1],
    ['none', 200, 1],
  ])
    expect(text).toContain(`http_server_request_duration_seconds_count{operation="${operation}",status="${status}"} ${count}\n`)
  expect(text).toContain('process_resident_memory_bytes ')
  expect(text).not.toMatch(/demo-|hidden|harbor|987654|127\.0\.0\.1/)
  const labels = new Set(text.match(/(?<=[{,])\w+(?==")/g))
  expect([...labels].filter((label) => !/^(le|operation|status|kind|type|space|version|major|minor|patch|quantile)$/.test(label))).toEqual(
    [],
  )
})

test('an accident is counted, and so is an answer that nobody waited for', async () => {
  const { countRequests } = await import('./metrics.ts')
  const counted = countRequests()
  counted.accident('retryJob')
  counted.observe({ operationId: 'getJobLog', status: 200, duration: 3, complete: false })
  const { text } = await counted.text()
  expect(text).toContain('jobs_api_accidents_total{operation="retryJob"} 1\n')
  expect(text).toContain('jobs_api_answers_broken_off_total{operation="getJobLog"} 1\n')
  expect(text).toContain('http_server_request_duration_seconds_bucket{le="0.005",operation="getJobLog",status="200"} 1\n')
})

test('nothing is counted, and nothing listens, unless it is wished for', async () => {
  const { url, metrics } = await counting()
  expect(metrics).toBeUndefined()
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
})

test('a port of metrics that is taken is said before anything is touched', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(counting(`--metrics-port=${port}`)).rejects.toThrow(
    `Port ${port} is taken. Stop what listens there, or choose another port with --metrics-port`,
  )
})
