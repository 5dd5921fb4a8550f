import { Agent, request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { startSandbox } from './server-process.ts'

// Fifty workers of a test suite at once, each in a universe of its own, each changing what the others have, too. Each keeps
// account of what it has done; whatever one sees that it has not done itself came from another.

const workers = 50
const rounds = 40
const callsARound = 5

const sandbox = await startSandbox('--speed', '0', '--pace', 'at_once')
const agent = new Agent({ keepAlive: true, maxSockets: workers })
let calls = 0
afterAll(() => {
  agent.destroy()
  return sandbox.stop()
})

function ask(universe: string, line: string, body?: object): Promise<{ status: number; text: string }> {
  calls++
  const [method = '', path = ''] = line.split(' ')
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    'X-Jobs-Universe': universe,
    'PRIVATE-TOKEN': 'demo-mia-personal',
    ...(text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
  }
  return new Promise((done, fail) => {
    const outgoing = httpRequest(`${sandbox.url}${path}`, { method, headers, agent }, (answer) => {
      buffer(answer).then((bytes) => done({ status: answer.statusCode ?? 0, text: bytes.toString() }), fail)
    })
    outgoing.on('error', fail).end(text)
  })
}

/** What one worker does, and what it must find because of that alone. */
async function work(worker: number): Promise<string[]> {
  const name = `worker-${worker}`
  const foreign: string[] = []
  let [attempts, lint, deployment, resets] = [1, 11, 26, 0]
  const expectSame = (what: string, found: unknown, wanted: unknown) => {
    if (found !== wanted) foreign.push(`${name}: ${what} is ${found} in place of ${wanted}`)
  }
  for (let round = 0; round < rounds; round++) {
    // Each worker has another rhythm, so that all are at different places.
    const isReset = (round * 7 + worker) % 10 === 0
    if (isReset) {
      expectSame('the answer to a reset', (await ask(name, 'POST /sandbox/reset')).status, 200)
      ;[attempts, lint, deployment, resets] = [1, 11, 26, resets + 1]
    } else {
      const retried = await ask(name, `POST /api/v4/projects/1/jobs/${lint}/retry`)
      expectSame('the answer to a retry', retried.status, 201)
      ;[attempts, lint] = [attempts + 1, JSON.parse(retried.text).id]
    }
    const key = `K_${worker}_${round}`
    const variables = { job_variables_attributes: [{ key, value: name }] }
    const played = await ask(name, `POST /api/v4/projects/1/jobs/${deployment}/play`, variables)
    deployment = JSON.parse(played.text).id
    const log = await ask(name, `GET /api/v4/projects/1/jobs/${deployment}/trace`)
    expectSame(`the log of job ${deployment}`, /^(K_\S+)=(worker-\d+)$/m.exec(log.text)?.[0], `${key}=${name}`)
    const list = await ask(name, 'GET /api/v4/projects/1/jobs?per_page=100')
    expectSame(
      'the number of attempts',
      JSON.parse(list.text).filter(({ name: each }: { name: string }) => each === 'lint').length,
      attempts,
    )
    const journal = await ask(name, 'GET /sandbox/journal')
    const strangers = JSON.parse(journal.text).filter(({ path }: { path: string }) => !/\/projects\/1\/jobs/.test(path))
    expectSame('what the journal knows of others', strangers.length, 0)
  }
  if (resets === 0) foreign.push(`${name} has never begun anew`)
  return foreign
}

test('ten thousand calls, and nobody sees what another has done', { timeout: 300_000 }, async () => {
  const foreign = await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)))
  expect(foreign.flat()).toEqual([])
  expect(calls).toBe(workers * rounds * callsARound)
  const universes = await fetch(`${sandbox.url}/sandbox?jobs_universe=worker-49`)
  expect(await universes.json()).toMatchObject({ name: 'worker-49' })
})
