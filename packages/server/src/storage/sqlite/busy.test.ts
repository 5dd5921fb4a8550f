import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { StoreBusy } from '../job-store.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

test('while another writes for longer than we wait, the store is busy; then it is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-busy-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'jobs.sqlite')
  const store = new SqliteJobStore(path, { patience: 10 })
  const other = new DatabaseSync(path)
  other.exec('begin immediate')
  await expect(store.write((writer) => writer.isEmpty())).rejects.toThrow(StoreBusy)
  expect(await store.read((reader) => reader.isEmpty())).toBe(true)
  other.exec('commit')
  expect(await store.write((writer) => writer.isEmpty())).toBe(true)
  other.close()
  await store.close()
})
