import { expect, test, vi } from 'vitest'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { openSandbox } from './sandbox.suite.ts'

// The server answers from memory what was asked before. There is one server for all universes.

const { sandbox, universe } = await openSandbox()
const reads = vi.spyOn(SqliteJobStore.prototype, 'read')
const finished = 'GET /projects/1/jobs/8'

type Ask = Awaited<ReturnType<typeof universe>>['ask']

/** As often as it takes to be remembered. */
async function askOften(ask: Ask) {
  await ask(finished)
  await ask(finished)
  return ask(finished)
}

async function looks(work: () => Promise<unknown>): Promise<number> {
  const before = reads.mock.calls.length
  await work()
  return reads.mock.calls.length - before
}

test('what was asked in a universe is known there, and noted in its journal, and in no other', async () => {
  const [one, other] = [await universe(), await universe()]
  const first = await askOften(one.ask)
  expect(await looks(async () => expect(await one.ask(finished)).toEqual(first))).toBe(0)
  expect(one.universe.journal.map(({ operation_id, status }) => [operation_id, status])).toEqual([
    ['getJob', 200],
    ['getJob', 200],
    ['getJob', 200],
    ['getJob', 200],
  ])
  await other.ask('POST /projects/1/jobs/8/erase', { as: 'mia' })
  expect(Object((await other.ask(finished)).body).erased_at).toEqual(expect.any(String))
  expect(await one.ask(finished)).toEqual(first)
})

test('a reset is seen at once', async () => {
  const { ask } = await universe()
  await ask('POST /projects/1/jobs/8/erase', { as: 'mia' })
  const erased = await askOften(ask)
  expect(await ask(finished)).toEqual(erased)
  await ask('POST /sandbox/reset')
  // As many changes as before the reset.
  await ask('POST /projects/1/jobs/30/cancel')
  expect(Object((await ask(finished)).body).erased_at).toBeNull()
})

test('a fault befalls what is known as well', async () => {
  const { ask, fault } = await universe()
  await askOften(ask)
  await fault({ answer: { status: 503 }, times: 1 })
  expect((await ask(finished)).status).toBe(503)
})

test('links begin with the address that was asked', async () => {
  const links = async (origin: string) =>
    (await sandbox.fetch(`${origin}/api/v4/projects/1/jobs?scope[]=success&private_token=demo-dana-personal`)).headers.get('link')
  for (const origin of ['http://sandbox.example', 'https://sandbox.example', 'http://sandbox.example'])
    expect(await links(origin)).toContain(`<${origin}/api/v4/`)
})
