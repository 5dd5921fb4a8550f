import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoWorld, opened } from '../demo-world.suite.ts'
import type { Job } from '../storage/records.ts'
import { bridgeView, jobView } from '../views/job.ts'
import type { Stores } from '../world/load-world.ts'

// What is remembered must be what would be found out anew: after any history, every job is shown by the server as it comes out of
// records that nobody has seen before.

const { ask, clock, fresh, changeJob } = demoWorld()
const externalUrl = 'http://127.0.0.1:4000'
const project = 1

/** Whatever may be remembered is so after this many times. */
const untilKnown = 4

const job = fc.nat(60)
const step = fc.oneof(
  fc.record({ kind: fc.constant('act' as const), job, action: fc.constantFrom('retry', 'cancel', 'erase', 'play', 'artifacts/keep') }),
  fc.record({ kind: fc.constant('remove' as const), job }),
  fc.record({ kind: fc.constant('look' as const), job }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(-1, 0.01, 1, 24, 24 * 40) }),
  fc.record({ kind: fc.constant('move' as const), job, status: fc.constantFrom<Job['status']>('running', 'success', 'failed') }),
  fc.record({ kind: fc.constant('rename' as const), user: fc.constantFrom(1, 2) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

test('a job is shown the same from memory and anew, whatever has happened', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      clock.now = opened
      const stores = await fresh()
      for (let time = 0; time < untilKnown; time++) await shownAsRendered(stores)
      for (const one of steps) await take(one, stores)
      for (let time = 0; time <= untilKnown; time++) await shownAsRendered(stores)
    }),
    { numRuns: 12 },
  )
})

async function take(one: Step, { store }: Stores): Promise<void> {
  if (one.kind === 'wait') clock.now += one.hours * 3_600_000
  else if (one.kind === 'act') await ask(`POST /projects/${project}/jobs/${one.job}/${one.action}`)
  else if (one.kind === 'remove') await ask(`DELETE /projects/${project}/jobs/${one.job}/artifacts`)
  else if (one.kind === 'look') await ask(`GET /projects/${project}/jobs/${one.job}`)
  else if (one.kind === 'move') await move(one.job, one.status, { store })
  else
    await store.write(async (writer) => {
      const user = await writer.user(one.user)
      if (user !== undefined) await writer.saveUser({ ...user, name: `${user.name}!` })
    })
}

/** As a runner would, without regard for what was before. */
async function move(id: number, status: Job['status'], { store }: Pick<Stores, 'store'>): Promise<void> {
  if ((await store.read((reader) => reader.job(id))) === undefined) return
  const times = { queuedAt: clock.now - 2000, startedAt: clock.now - 1000, finishedAt: status === 'running' ? null : clock.now }
  await changeJob(id, { status, ...times })
}

async function shownAsRendered({ store }: Stores): Promise<void> {
  const frame = { now: clock.now, externalUrl }
  for (const [kind, view] of [
    ['build', jobView],
    ['bridge', bridgeView],
  ] as const) {
    const all = await store.read(async (reader) => {
      const found = await reader.jobs({ projectId: project, kind }, { limit: 100 })
      return structuredClone(await reader.details(found))
    })
    const rendered = JSON.parse(JSON.stringify(all.map((details) => view(details, frame))))
    if (kind === 'build') expect((await ask(`GET /projects/${project}/jobs?per_page=100`)).json).toEqual(rendered)
    for (const one of rendered)
      if (kind === 'build') expect((await ask(`GET /projects/${project}/jobs/${one.id}`)).json).toEqual(one)
      else expect((await ask(`GET /projects/${project}/pipelines/${one.pipeline.id}/bridges`)).json).toContainEqual(one)
  }
}
