import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { start } from '../../server.ts'
import { readSettings } from '../../settings.ts'
import { project } from '../sample-records.suite.ts'
import { migrate, steps } from './migrations.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-migrations-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let files = 0
const freshFile = () => join(folder, `${++files}.sqlite`)

/** Opens a file, asks or changes something, and closes it again. */
function within<Answer>(path: string, work: (database: DatabaseSync) => Answer): Answer {
  const database = new DatabaseSync(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const versionOf = (database: DatabaseSync) => database.prepare('pragma user_version').get()?.['user_version']
const shapeOf = (database: DatabaseSync) => database.prepare('select name, sql from sqlite_schema order by name').all()

test('a new file has the newest version', async () => {
  const path = freshFile()
  await new SqliteJobStore(path).close()
  expect(within(path, versionOf)).toBe(steps.length)
})

test('a database from before versions keeps its rows and gets what it lacks', async () => {
  const [path, fresh] = [freshFile(), freshFile()]
  within(path, (old) =>
    old.exec(`create table users (id integer primary key, data text not null) strict; insert into users values (7, '{"id":7}')`),
  )
  const store = new SqliteJobStore(path)
  expect(await store.read((reader) => reader.user(7))).toEqual({ id: 7 })
  await store.close()
  await new SqliteJobStore(fresh).close()
  expect(within(path, versionOf)).toBe(steps.length)
  expect(within(path, shapeOf)).toEqual(within(fresh, shapeOf))
})

test('a project from before environments were protected for users', async () => {
  const path = freshFile()
  const gates = [
    { slug: 'production', deploy: 'maintainer' },
    { slug: 'staging', deploy: 'developer' },
  ]
  within(path, (old) => {
    migrate(old, steps.slice(0, 2))
    const add = old.prepare('insert into projects (id, path, data) values (?, ?, ?)')
    add.run(1, 'team/app', JSON.stringify({ ...project, protectedEnvironments: gates }))
    add.run(2, 'team/bare', JSON.stringify({ ...project, id: 2, path: 'team/bare' }))
  })
  const store = new SqliteJobStore(path)
  expect(await store.read((reader) => reader.project(1))).toEqual({
    ...{ ...project, protectedEnvironments: gates.map((gate) => ({ ...gate, users: [] })) },
  })
  expect(await store.read((reader) => reader.project(2))).toEqual({ ...project, id: 2, path: 'team/bare' })
  await store.close()
})

const people = 'create table people (id integer primary key, name text)'
const nick = 'alter table people add column nick text; update people set nick = lower(name)'
const index = 'create index people_by_nick on people (nick)'

test('each version takes the steps that it lacks, in order', () => {
  for (const version of [0, 1, 2, 3]) {
    const database = new DatabaseSync(':memory:')
    onTestFinished(() => database.close())
    migrate(database, [people, nick, index].slice(0, version))
    if (version > 0) database.exec(`insert into people (id, name) values (1, 'Ada')`)
    migrate(database, [people, nick, index])
    expect(versionOf(database)).toBe(3)
    expect(shapeOf(database).map(({ name }) => name)).toEqual(['people', 'people_by_nick'])
    const nicks = { 0: undefined, 1: 'ada', 2: null, 3: null }[version]
    expect(database.prepare('select nick from people').get()?.['nick']).toBe(nicks)
  }
})

test('a step that fails undoes those before it', () => {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  migrate(database, [people])
  const before = shapeOf(database)
  expect(() => migrate(database, [people, nick, 'create index nonsense on nothing (at_all)'])).toThrow('nothing')
  expect([versionOf(database), shapeOf(database)]).toEqual([1, before])
  migrate(database, [people, nick])
  expect(versionOf(database)).toBe(2)
})

test('a step that leaves a reference to nothing is undone, one that rebuilds a table is not', () => {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  const pets = 'create table pets (owner integer not null references people)'
  migrate(database, [people, pets])
  database.exec(`insert into people values (1, 'Ada'); insert into pets values (1)`)
  expect(() => migrate(database, [people, pets, 'delete from people'])).toThrow('rows that are not there')
  migrate(database, [
    people,
    pets,
    `create table others as select * from people; drop table people; ${people}; insert into people select * from others`,
  ])
  expect(database.prepare('select count(*) as people from people').get()).toEqual({ people: 1 })
  expect(() => database.exec('delete from people')).toThrow('FOREIGN KEY')
})

test('two who open an old file at once do not step twice', async () => {
  const path = freshFile()
  const stores = await Promise.all([1, 2].map(async () => new SqliteJobStore(path)))
  await Promise.all(stores.map((store) => store.close()))
  expect(within(path, versionOf)).toBe(steps.length)
})

test('a database from the future is refused in one sentence, and not touched', async () => {
  const data = join(folder, 'future')
  const quiet = { say: () => undefined, complain: () => undefined }
  const settings = readSettings(['--port=0', `--data=${data}`, '--log-level=silent'], {})
  await start(settings, quiet).then((server) => server.stop())
  const path = join(data, 'jobs.sqlite')
  within(path, (database) => database.exec('pragma user_version = 99'))
  const before = await readFile(path)
  await expect(start(settings, quiet)).rejects.toMatchObject({
    name: 'SettingError',
    message: `The data folder ${data} cannot be used: its database has version 99 of the schema, written by a newer server than this one, which knows versions up to ${steps.length}. Choose another with --data.`,
  })
  expect(await readFile(path)).toEqual(before)
  expect([`${path}-wal`, `${path}-shm`].filter(existsSync)).toEqual([])
})

test('what is no database is refused, and not touched', async () => {
  const path = freshFile()
  await writeFile(path, 'not a database, but long enough to be taken for one at first sight')
  expect(() => new SqliteJobStore(path)).toThrow('file is not a database')
  expect(await readFile(path, 'utf8')).toMatch(/^not a database/)
})
