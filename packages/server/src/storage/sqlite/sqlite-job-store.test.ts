import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { importPromises } from '../import.suite.ts'
import { jobStorePromises } from '../job-store.suite.ts'
import { jobsUnderWayPromises } from '../jobs-under-way.suite.ts'
import type { User } from '../records.ts'
import { removalPromises } from '../removals.suite.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-sqlite-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
const freshFile = () => join(folder, `${++files}.sqlite`)

jobStorePromises('SQLite in memory', async () => new SqliteJobStore(':memory:'))
jobStorePromises('SQLite in a file', async () => new SqliteJobStore(freshFile()))
jobsUnderWayPromises('SQLite in memory', async () => new SqliteJobStore(':memory:'))
importPromises('SQLite in memory', async () => new SqliteJobStore(':memory:'))
removalPromises('SQLite in memory', async () => new SqliteJobStore(':memory:'))

const user = (id: number): User => ({
  ...{ id, username: `user-${id}`, name: '', state: 'active', bot: false, createdAt: 0, publicEmail: '' },
  ...{ jobTitle: null, organization: null, location: null, bio: null },
})

const usersOf = async (store: SqliteJobStore, ids: number[]) =>
  (await store.read((reader) => Promise.all(ids.map((id) => reader.user(id))))).map((found) => found?.id)

test('what was kept is there after closing and opening again, what was undone is not', async () => {
  const path = freshFile()
  const before = new SqliteJobStore(path)
  await before.write((writer) => writer.addUser(user(1)))
  const undone = before.write(async (writer) => {
    await writer.addUser(user(2))
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await before.close()
  const again = new SqliteJobStore(path)
  expect(await usersOf(again, [1, 2])).toEqual([1, undefined])
  await again.close()
})

test('what was kept is seen at once by another who has the file open', async () => {
  const path = freshFile()
  const [one, other] = [new SqliteJobStore(path), new SqliteJobStore(path)]
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])))
  await one.write((writer) => writer.addUser(user(1)))
  expect(await usersOf(other, [1])).toEqual([1])
})

test('the mark is the same until something is changed, by whomever', async () => {
  const path = freshFile()
  const [one, other] = [new SqliteJobStore(path), new SqliteJobStore(path)]
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])))
  const marks = [one.mark(), one.mark()]
  await one.read((reader) => reader.user(1))
  marks.push(one.mark())
  expect(new Set(marks).size).toBe(1)
  await one.write((writer) => writer.addUser(user(1)))
  marks.push(one.mark())
  await other.write((writer) => writer.addUser(user(2)))
  marks.push(one.mark())
  expect(new Set(marks).size).toBe(3)
  expect(await one.write(async () => one.mark())).toBeUndefined()
})

test('a question sees one moment only, even if another who has the file open changes something meanwhile', async () => {
  const path = freshFile()
  const [one, other] = [new SqliteJobStore(path), new SqliteJobStore(path)]
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])))
  const seen = await one.read(async (reader) => {
    const before = await reader.user(1)
    await other.write((writer) => writer.addUser(user(1)))
    return [before, await reader.user(1)]
  })
  expect(seen).toEqual([undefined, undefined])
  expect(await usersOf(one, [1])).toEqual([1])
})

test('closing waits for what is under way', async () => {
  const path = freshFile()
  const store = new SqliteJobStore(path)
  const change = store.write((writer) => writer.addUser(user(1)))
  await store.close()
  await change
  const again = new SqliteJobStore(path)
  expect(await usersOf(again, [1])).toEqual([1])
  await again.close()
})
