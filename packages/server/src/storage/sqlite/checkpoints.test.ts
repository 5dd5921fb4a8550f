import { statSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Checkpoints } from './checkpoints.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-checkpoints-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'data', 'jobs.sqlite')
}

async function opened(path: string): Promise<DatabaseSync> {
  await mkdir(dirname(path), { recursive: true })
  const database = new DatabaseSync(path)
  onTestFinished(() => database.close())
  database.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0; pragma synchronous = off; create table notes (text)')
  return database
}

test('with somebody who never rests, the log does not grow without end', { timeout: 120_000 }, async () => {
  const path = await newFile()
  const database = await opened(path)
  const checkpoints = new Checkpoints(path, { statements: 100, pages: 100 })
  onTestFinished(() => checkpoints.close())
  const insert = database.prepare('insert into notes values (?)')
  const pages = () => statSync(`${path}-wal`).size / 4096
  let written = 0
  let longest = 0
  // A log that is never begun anew has three pages for each of them.
  while (written < Math.max(longest, 100)) {
    await checkpoints.before(++written)
    await pause(1) // in which the thread is heard, and, on a busy machine, gets its turn
    insert.run('x'.repeat(4000))
    longest = pages()
    if (written > 20_000) throw new Error(`the log has ${longest} pages after ${written} transactions`)
  }
  expect(longest).toBeGreaterThan(100)
})

test('a checkpoint that fails keeps nobody waiting, and another is tried', async () => {
  const path = await newFile()
  const checkpoints = new Checkpoints(path, { statements: 1, pages: 1 })
  onTestFinished(() => checkpoints.close())
  await checkpoints.before(1) // where there is no folder, a thread that opens a file in it ends at once
  const database = await opened(path)
  database.exec("insert into notes values ('here')")
  const empty = statSync(path).size
  let statements = 1
  await vi.waitFor(async () => {
    await checkpoints.before(++statements)
    expect(statSync(path).size).toBeGreaterThan(empty)
  }, 30_000)
})

test('closing brings in what is left', async () => {
  const path = await newFile()
  await mkdir(dirname(path))
  const store = new SqliteJobStore(path)
  await Promise.all(Array.from({ length: 8000 }, (_, index) => store.write((writer) => writer.saveNote(`note ${index}`, 'here'))))
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
  await store.close()
  expect(() => statSync(`${path}-wal`)).toThrow('ENOENT')
})
