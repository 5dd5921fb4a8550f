import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { document, isObject, type Json, neighboursDocument, type OpenApiDocument, resolve } from '@jobs-api/contract'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import { commit, pipeline, job as plainJob, project } from '../storage/sample-records.suite.ts'
import { bridgeView, jobView } from '../views/job.ts'
import { isAtRest } from '../views/once-at-rest.ts'
import { accidents } from './accidents.ts'
import { sendJson, sendPlainJson } from './json.ts'
import { opening } from './opening.ts'
import { servedDocument } from './served.ts'
import { validation } from './validation.ts'

// Answers are put together from texts that were made before, and what fitted the contract once is not looked at again. None of that
// may be seen from outside.

const { ask, fresh, changeJob, clock, accidents: happened } = demoWorld()
const externalUrl = 'http://127.0.0.1:4000'

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

/** What would be said of these jobs if nothing had ever been said before: records that nobody has seen are remembered by nobody. */
async function saidAnew(reader: JobReader, jobs: readonly Job[]): Promise<string> {
  const all = await reader.details(jobs)
  const frame = { now: clock.now, externalUrl }
  return JSON.stringify(all.map((details) => (details.job.kind === 'build' ? jobView : bridgeView)(structuredClone(details), frame)))
}

describe.each([1, 2, 3])('whatever happens (%d)', (seed) => {
  test('lists and jobs are as if rendered anew', async () => {
    const { store } = await fresh()
    const roll = dice(seed)
    const ids = (await ask('GET /projects/1/jobs?per_page=100')).ids
    const any = () => ids[roll(ids.length)] ?? 8
    const events: (() => Promise<unknown>)[] = [
      () => changeJob(any(), { coverage: roll(10_000) / 100 }),
      () => changeJob(any(), { name: `größe ${roll(1000)} 日本 "🚢"` }),
      () => changeJob(any(), { status: 'running', startedAt: clock.now, finishedAt: null }),
      () => changeJob(any(), { status: 'success', finishedAt: clock.now }),
      () => ask(`POST /projects/1/jobs/${any()}/retry`),
      () => ask(`POST /projects/1/jobs/${any()}/cancel`),
      () => ask(`POST /projects/1/jobs/${any()}/artifacts/keep`),
      async () => {
        clock.now += roll(10 * 24 * 3_600_000)
      },
    ]
    for (let step = 0; step < 60; step++) {
      await events[roll(events.length)]?.()
      const [limit, offset] = [1 + roll(30), roll(3)]
      const [list, one] = [await ask(`GET /projects/1/jobs?per_page=${limit}&page=${offset + 1}`), any()]
      const job = await ask(`GET /projects/1/jobs/${one}`)
      await store.read(async (reader) => {
        const rows = await reader.jobs({ projectId: 1, kind: 'build' }, { limit, offset: offset * limit })
        expect(list.text).toBe(await saidAnew(reader, rows))
        const row = await reader.job(one)
        expect(`[${job.text}]`).toBe(await saidAnew(reader, row === undefined ? [] : [row]))
      })
    }
  })
})

describe('a wrong answer is refused', () => {
  const wrong = { coverage: 'much' as unknown as number }
  const list = 'GET /projects/1/jobs?per_page=100'
  const refused = async (line: string) => {
    expect((await ask(line)).refusal).toEqual([500, { message: '500 Internal Server Error' }])
    expect(happened.splice(0).map(({ error }) => String(error))).toEqual([expect.stringContaining('coverage')])
  }

  test('each time, however often the rest was sent before', async () => {
    await fresh()
    const often = Array.from({ length: 4 }, () => [list, 'GET /projects/1/jobs/8']).flat()
    for (const line of often) expect((await ask(line)).status).toBe(200)
    await changeJob(8, wrong)
    for (const line of often) await refused(line)
    expect((await ask('GET /projects/1/jobs/11')).status).toBe(200)
    await changeJob(8, { coverage: 12 })
    expect((await ask(list)).status).toBe(200)
  })

  test('of a job that runs, too', async () => {
    await fresh()
    expect((await ask(list)).status).toBe(200)
    await changeJob(14, wrong)
    await refused(list)
    await refused('GET /projects/1/jobs/14')
  })
})

describe('what was let pass once', () => {
  /** Sends these bodies, one after the other, as answers to the same request; what came back: `whole` if that very text, or else the status. */
  async function sent(path: string, ...bodies: readonly unknown[]): Promise<(number | 'whole')[]> {
    const { match, check } = validation(servedDocument(document))
    const app = express()
    app.response.json = sendPlainJson
    const left = [...bodies]
    app.use(
      opening((_, url) => url, externalUrl),
      match,
      check,
      (request, response) => sendJson(request, response, left.shift()),
    )
    app.use(accidents(() => undefined))
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close().closeAllConnections())
    const { port } = server.address() as AddressInfo
    const answers: (number | 'whole')[] = []
    for (const body of bodies) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v4${path}`)
      answers.push(answer.ok && (await answer.text()) === JSON.stringify(body) ? 'whole' : answer.status)
    }
    return answers
  }

  const sha = 'c0ffee00'.repeat(5)
  const ran = { ...pipeline(11, 1, 'main'), sha, commit: { ...commit, sha } }
  const rest = { project, pipeline: ran, user: undefined, runner: undefined, artifacts: [], downstream: undefined }
  const job = { ...plainJob(), id: 7 }
  jobView({ job, ...rest }, { now: 0, externalUrl }) // remembered is what is seen for a second time
  const view = jobView({ job, ...rest }, { now: 0, externalUrl })
  const rows = (count: number) => Array.from({ length: count }, () => view)

  test('is at rest: nobody can change it afterwards', () => {
    expect(isAtRest(view)).toBe(true)
    expect(() => Object.assign(view, { coverage: 'much' })).toThrow(TypeError)
    expect(() => Object.assign(view.pipeline, { id: 'seven' })).toThrow(TypeError)
  })

  test('passes alone and in lists of any length, but not in one that is too long', async () => {
    const lists = [[view], [], rows(100), rows(101), rows(99), rows(101), [view, { ...view, id: 'one' }], rows(2)]
    expect(await sent('/projects/1/jobs', ...lists)).toEqual(['whole', 'whole', 'whole', 500, 'whole', 500, 500, 'whole'])
  })

  test('has yet to fit another operation', async () => {
    expect(await sent('/projects/1/jobs', [view])).toEqual(['whole'])
    expect(await sent('/projects/1/pipelines/1/bridges', [view], [], [view])).toEqual([500, 'whole', 500])
    expect(await sent('/projects/1/jobs/1', view, view, [view])).toEqual(['whole', 'whole', 500])
  })
})

test('the contract says of a list what it says of each row and of the length, and nothing else', () => {
  const lists = [document, neighboursDocument].flatMap(listSchemas)
  expect(lists.length).toBeGreaterThan(3)
  const ofWhole = new Set(lists.flatMap((schema) => Object.keys(schema)))
  const expected = ['type', 'items', 'minItems', 'maxItems', 'title', 'description']
  expect([...ofWhole].filter((name) => !expected.includes(name))).toEqual([])
})

function listSchemas(described: OpenApiDocument) {
  const operations = Object.values(described.paths).flatMap((item) => Object.values(item).filter(isObject))
  const answers = operations.flatMap(({ responses }) => Object.values(isObject(responses) ? responses : {}))
  const schemas = answers.map((answer) => at(described, at(described, at(described, answer, 'content'), 'application/json'), 'schema'))
  return schemas.map((schema) => resolve(described, schema)).filter(({ type }) => type === 'array')
}

function at(described: OpenApiDocument, node: Json, name: string): Json {
  return resolve(described, node)[name] ?? {}
}
