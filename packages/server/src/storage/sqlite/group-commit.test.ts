import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { GroupCommit } from './group-commit.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

/** A database that only writes down what it is told, and fails where the test wants it to. */
function recording(failing: string[] = []) {
  const told: string[] = []
  const tell = (sql: string) => {
    told.push(sql)
    if (failing.includes(sql)) throw new Error(`${sql} failed`)
  }
  const group = new GroupCommit({
    alone: (work) => work(),
    ready: async () => undefined,
    begin: () => tell('begin'),
    run: tell,
    undo: () => tell('undo'),
  })
  return { told, group }
}

const change = (name: string) => ['savepoint change', name, 'release change']

test('changes of one turn are kept together, and nobody is told before', async () => {
  const { told, group } = recording()
  const all = ['one', 'two', 'three'].map(async (name) => {
    await group.add(async () => void told.push(name))
    told.push(`${name} is kept`)
  })
  await Promise.all(all)
  const kept = ['one is kept', 'two is kept', 'three is kept']
  expect(told).toEqual(['begin', ...change('one'), ...change('two'), ...change('three'), 'commit', ...kept])
})

test('a change of a later turn is kept by itself', async () => {
  const { told, group } = recording()
  await group.add(async () => 'one')
  await nextTurn()
  await group.add(async () => 'two')
  expect(told.filter((sql) => sql === 'commit')).toHaveLength(2)
})

test('what fails is undone alone', async () => {
  const { told, group } = recording()
  const bad = group.add(() => Promise.reject(new Error('no')))
  const good = group.add(async () => 'good')
  await expect(bad).rejects.toThrow('no')
  expect(await good).toBe('good')
  expect(told).toEqual([
    'begin',
    'savepoint change',
    'rollback to change',
    'release change',
    'savepoint change',
    'release change',
    'commit',
  ])
})

test.each(['begin', 'commit', 'rollback to change'])('if "%s" fails, nothing is kept, and everybody is told', async (sql) => {
  const { told, group } = recording([sql])
  const results = await Promise.allSettled([
    group.add(async () => 'good'),
    group.add(() => (sql.startsWith('rollback') ? Promise.reject(new Error('no')) : Promise.resolve())),
    group.add(async () => 'never begun, if the one before could not be undone'),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(told.at(-1)).toBe('undo')
})

test('in a real database, of many at once, those that succeed are there and the others are not', async () => {
  const store = new SqliteJobStore(':memory:')
  const ids = Array.from({ length: 600 }, (_, index) => index)
  const results = await Promise.allSettled(
    ids.map((id) =>
      store.write(async (writer) => {
        await writer.saveNote(`note ${id}`, 'here')
        if (id % 7 === 0) throw new Error('no')
      }),
    ),
  )
  const noted = await store.read((reader) => Promise.all(ids.map((id) => reader.note(`note ${id}`))))
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(ids.map((id) => id % 7 !== 0))
  expect(noted.map((note) => note === 'here')).toEqual(ids.map((id) => id % 7 !== 0))
  await store.close()
})
