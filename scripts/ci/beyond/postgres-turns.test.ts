import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { PostgresTurns } from '../../../packages/server/src/storage/postgres/postgres-turns.ts'
import { turnPromises } from '../../../packages/server/src/storage/turns.suite.ts'
import { startPostgres } from './postgres.ts'

const postgres = await startPostgres()
const url = await postgres.create('turns')
const [one, other] = await Promise.all([PostgresTurns.open(url), PostgresTurns.open(url)])
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await postgres.stop()
})

turnPromises('turns in PostgreSQL', async () => [one, other])

test('whoever loses the connection has lost the turn', async () => {
  const work = one.inTurn('losing', () => pause(300))
  await pause(100)
  await postgres.sql('turns', 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')
  let isWorking = false
  // All connections were cut, its own too: it may have to be asked again before it has a new one.
  await vi.waitFor(async () => {
    await other.unlessTaken('losing', async () => {
      isWorking = true
    })
    expect(isWorking).toBe(true)
  }, 20_000)
  await work
})
