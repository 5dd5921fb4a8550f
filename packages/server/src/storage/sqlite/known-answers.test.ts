import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Database } from './database.ts'
import { KnownAnswers } from './known-answers.ts'

async function twoOnOneFile() {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-known-'))
  const path = join(folder, 'jobs.sqlite')
  const [one, other] = [new Database(path), new Database(path)]
  onTestFinished(async () => {
    await Promise.all([one.close(), other.close()])
    await rm(folder, { recursive: true, force: true })
  })
  return { one, other }
}

const users = (database: Database) => database.read(async () => database.number('select count(*) from users'))
const add = (database: Database, id: number) =>
  database.write(async () => void database.run('insert into users (id, data) values ($id, $data)', { id, data: '{}' }))

test('a change of its own is seen', async () => {
  const { one } = await twoOnOneFile()
  expect(await users(one)).toBe(0)
  await add(one, 1)
  expect(await users(one)).toBe(1)
})

test('a change of another connection is seen', async () => {
  const { one, other } = await twoOnOneFile()
  expect(await users(one)).toBe(0)
  await add(other, 1)
  expect(await users(one)).toBe(1)
})

test('who reads sees one moment, also if another makes a change between what is known and what is not', async () => {
  const { one, other } = await twoOnOneFile()
  await users(one)
  let times = 0
  const seen = await one.read(async () => {
    times++
    const before = one.number('select count(*) from users')
    if (times === 1) await add(other, 1)
    return [before, one.number('select max(id) from users'), one.number('select count(*) from users')]
  })
  expect({ seen, times }).toEqual({ seen: [1, 1, 1], times: 2 })
})

test('what is known and what is not are of one moment, without beginning again, if nobody makes a change between them', async () => {
  const { one, other } = await twoOnOneFile()
  await add(other, 1)
  await users(one)
  let times = 0
  const seen = await one.read(async () => {
    times++
    const known = one.number('select count(*) from users')
    const asked = one.number('select max(id) from users')
    await add(other, 2)
    return [known, asked, one.number('select min(id) from users'), one.number('select count(id) from users')]
  })
  expect({ seen, times }).toEqual({ seen: [1, 1, 1, 1], times: 1 })
})

test('a change that was undone is not seen', async () => {
  const { one } = await twoOnOneFile()
  await expect(
    one.write(async () => {
      one.run(`insert into users (id, data) values (1, '{}')`)
      expect(one.number('select count(*) from users')).toBe(1)
      throw new Error('undo')
    }),
  ).rejects.toThrow('undo')
  expect(await users(one)).toBe(0)
})

test('the same question is asked once, another one or another version again', () => {
  const known = new KnownAnswers()
  let asked = 0
  const ask = (parameters = {}) => known.get('sql', parameters, () => ++asked)
  known.at(1)
  expect([ask(), ask(), ask({ id: 1 }), ask({ id: 2 }), ask({ id: 1 })]).toEqual([1, 1, 2, 3, 2])
  known.at(1)
  expect(ask()).toBe(1)
  known.at(2)
  expect(ask()).toBe(4)
  known.forget()
  expect(ask()).toBe(5)
})

test('a page that is asked for once is not kept, and what is known to be asked for again is, whatever has changed', () => {
  const known = new KnownAnswers()
  let asked = 0
  const ask = () => known.get('sql', {}, () => [++asked, 0])
  known.at(1)
  expect([ask(), ask(), ask()]).toEqual([
    [1, 0],
    [2, 0],
    [2, 0],
  ])
  known.at(2)
  expect([ask(), ask()]).toEqual([
    [3, 0],
    [3, 0],
  ])
})

test('so many rows are kept and no more, in however many answers', () => {
  const known = new KnownAnswers()
  known.at(1)
  let asked = 0
  const ask = (number: number, rows: number) =>
    known.get('sql', { number }, () => {
      asked++
      return Array.from({ length: rows }, () => number)
    })
  const page = (number: number, rows: number) => void [ask(number, rows), ask(number, rows)]
  const again = (number: number, rows: number) => {
    const before = asked
    ask(number, rows)
    return asked > before
  }
  for (let number = 0; number < 50; number++) page(number, 100)
  expect(again(0, 100)).toBe(false)
  page(50, 100)
  expect(again(0, 100)).toBe(true)
  page(51, 5001)
  expect(again(51, 5001)).toBe(true)
  expect(again(0, 100)).toBe(false)
})
