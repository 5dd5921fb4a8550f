import { expect, test } from 'vitest'
import { Journal, type JournalEntry } from './journal.ts'
import { openSandbox } from './sandbox.suite.ts'

const { universe } = await openSandbox()

test('each request of a universe, oldest first, with what befell it, and without its token', async () => {
  const [own, other] = [await universe(), await universe()]
  const journal = async () => (await own.ask('GET /sandbox/journal')).body
  await own.ask('GET /projects/1/jobs/8?private_token=demo-dana-personal', { as: null })
  await other.ask('GET /projects/1/jobs/8')
  await own.advance('10s')
  await own.ask('POST /projects/1/jobs/11/retry')
  await own.fault({ reset: true })
  await own.ask('GET /projects/1/jobs/8').catch(() => undefined)
  await own.ask('GET /nothing')
  const common = { duration: expect.any(Number), faults: [] }
  expect(await journal()).toEqual([
    {
      ...{ ...common, at: '2026-11-20T10:00:00.000Z', method: 'GET', path: '/api/v4/projects/1/jobs/8?private_token=[REDACTED]' },
      ...{ operation_id: 'getJob', status: 200 },
    },
    {
      ...{ ...common, at: '2026-11-20T10:00:10.000Z', method: 'POST', path: '/api/v4/projects/1/jobs/11/retry' },
      ...{ operation_id: 'retryJob', status: 201 },
    },
    expect.objectContaining({ path: '/api/v4/projects/1/jobs/8', status: null, faults: [1] }),
    expect.objectContaining({ path: '/nothing', operation_id: null, status: 404 }),
  ])
  expect((await own.ask('DELETE /sandbox/journal')).status).toBe(204)
  expect(await journal()).toEqual([])
})

test('it holds the latest thousand', () => {
  const journal = new Journal()
  const entry: Omit<JournalEntry, 'path'> = { at: '', method: 'GET', operation_id: null, status: 200, duration: 1, faults: [] }
  for (let request = 0; request < 5000; request++) journal.add({ ...entry, path: `/${request}` })
  expect([journal.entries.length, journal.entries[0]?.path, journal.entries.at(-1)?.path]).toEqual([1000, '/4000', '/4999'])
})
