import { existsSync } from 'node:fs'
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { start } from '../server.ts'
import { readSettings } from '../settings.ts'
import { backUp } from './backup.ts'
import { everything } from './everything.suite.ts'
import { restore } from './restore.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-backup-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let folders = 0
const fresh = () => join(folder, String(++folders))
const quiet = () => undefined
const voice = { say: quiet, complain: quiet }
const overwrite = { force: true, progress: quiet }
const carefully = { force: false, progress: quiet }

async function serving(data: string, ...flags: readonly string[]) {
  const settings = readSettings(['--port=0', `--data=${data}`, '--log-level=silent', '--runners=off', ...flags], {})
  const server = await start(settings, voice)
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= server.stop()
    return stopped
  }
  onTestFinished(stop)
  return { url: server.url, stop }
}

const post = (url: string, path: string) =>
  fetch(`${url}/api/v4/projects/1/jobs/${path}`, { method: 'POST', headers: { 'PRIVATE-TOKEN': 'demo-olga-personal' } })

const snapshotOf = async (path: string) => {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return Promise.all(files.sort().map(async (file) => [file, (await readFile(file)).toString('base64')]))
}

test('what is restored answers every question with the same bytes', async () => {
  const [data, target, restored] = [fresh(), fresh(), fresh()]
  const server = await serving(data)
  await post(server.url, '11/retry')
  const manifest = await backUp(data, target, quiet)
  const before = await everything(server.url)
  expect(before.size).toBeGreaterThan(150)
  expect([...before].filter(([path, answer]) => path.endsWith('/artifacts') && answer.startsWith('200')).length).toBeGreaterThan(5)
  await restore(target, restored, carefully)
  const again = await serving(restored)
  expect(await everything(again.url)).toEqual(before)
  expect((await readdir(target)).sort()).toEqual(['artifacts', 'jobs.sqlite', 'logs', 'manifest.json'])
  expect(manifest.files.length).toBeGreaterThan(10)
})

test('a backup that is made while a server writes is whole, and nobody waits for it', async () => {
  const [data, target, restored] = [fresh(), fresh(), fresh()]
  const server = await serving(data, '--runners=on')
  let writing = true
  let writes = 0
  const busy = (async () => {
    let job = 11
    while (writing) {
      const answer = await post(server.url, `${job}/retry`)
      const { id } = (await answer.json()) as { id: number }
      await post(server.url, `${id}/cancel`)
      await post(server.url, `${[1, 5, 8, 38, 42][writes % 5]}/erase`)
      job = id
      writes++
    }
  })()
  while (writes < 2) await post(server.url, '21/cancel')
  for (let round = 0; round < 5; round++) {
    await rm(target, { recursive: true, force: true })
    await backUp(data, target, quiet)
  }
  writing = false
  await busy
  await server.stop()
  await restore(target, restored, carefully)
  const again = await serving(restored)
  const answers = await everything(again.url)
  expect([...answers.values()].filter((answer) => answer.startsWith('5'))).toEqual([])
  const manifest = await backUp(restored, fresh(), quiet) // compares each artifact with its row
  expect(manifest.files.length).toBeGreaterThan(5)
  expect(writes).toBeGreaterThan(2)
})

describe('of a backup', () => {
  let good: string
  beforeAll(async () => {
    const data = fresh()
    const settings = readSettings(['--port=0', `--data=${data}`, '--log-level=silent'], {})
    await start(settings, voice).then((server) => server.stop())
    good = fresh()
    await backUp(data, good, quiet)
  })

  const copyOfGood = async () => {
    const copy = fresh()
    await cp(good, copy, { recursive: true })
    return copy
  }

  test.each([
    ['cut short', 'artifacts/0/8/archive.zip', (path: string) => truncate(path, 7), 'has 7 bytes in place of'],
    ['gone', 'logs/0/8.log', (path: string) => rm(path), 'cannot be read'],
    ['other than it was', 'logs/0/11.log', async (path: string) => writeFile(path, (await readFile(path)).reverse()), 'has other bytes'],
    ['too long', 'jobs.sqlite', (path: string) => appendFile(path, 'x'), 'has '],
  ])('a file that is %s is named, and nothing is restored', async (_, file, spoil, words) => {
    const [damaged, data] = [await copyOfGood(), await copyOfGood()]
    await spoil(join(damaged, file))
    await rm(join(data, 'manifest.json'))
    const before = await snapshotOf(data)
    const refused = expect(restore(damaged, data, overwrite)).rejects
    await refused.toMatchObject({ name: 'SettingError', message: expect.stringContaining(`${file} ${words}`) })
    expect(await snapshotOf(data)).toEqual(before)
    expect((await readdir(folder)).filter((name) => /restored|replaced|unfinished/.test(name))).toEqual([])
  })

  test.each([
    ['no JSON', '{'],
    ['one of another format', '{"format":2,"files":[]}'],
    ['one that points outside', `{"format":1,"files":[{"path":"logs/../../x","size":1,"sha256":"${'0'.repeat(64)}"}]}`],
    ['one without a database', '{"format":1,"files":[]}'],
  ])('a manifest that is %s is refused', async (_, text) => {
    const damaged = await copyOfGood()
    await writeFile(join(damaged, 'manifest.json'), text)
    await expect(restore(damaged, fresh(), carefully)).rejects.toThrow('its manifest.json cannot be understood')
  })

  test('a folder without a manifest is none', async () => {
    await expect(restore(folder, fresh(), carefully)).rejects.toThrow('is no backup')
  })

  test('a folder that is not empty is replaced only if that is said', async () => {
    const data = fresh()
    await mkdir(data)
    await restore(good, data, carefully)
    const before = await snapshotOf(data)
    await expect(restore(good, data, carefully)).rejects.toThrow('Add --force')
    await restore(good, data, overwrite)
    expect(await snapshotOf(data)).toEqual(before)
  })

  test('a folder with anything of somebody else is not replaced at all', async () => {
    const data = fresh()
    await mkdir(data)
    await writeFile(join(data, 'thesis.txt'), 'ten years')
    await expect(restore(good, data, overwrite)).rejects.toThrow('thesis.txt')
    expect(await readFile(join(data, 'thesis.txt'), 'utf8')).toBe('ten years')
  })

  test('nothing is restored under a running server', async () => {
    const data = fresh()
    await restore(good, data, carefully)
    await serving(data)
    await expect(restore(good, data, overwrite)).rejects.toThrow('Stop it first')
  })

  test('one from a newer server is refused', async () => {
    const [newer, data] = [fresh(), fresh()]
    const source = fresh()
    await restore(good, source, carefully)
    const database = new DatabaseSync(join(source, 'jobs.sqlite'))
    database.exec('pragma user_version = 99')
    database.close()
    await backUp(source, newer, quiet)
    await expect(restore(newer, data, carefully)).rejects.toThrow('version 99')
    expect(existsSync(data)).toBe(false)
  })

  test('a target that is not empty, or a source without a database, is refused', async () => {
    await expect(backUp(good, good, quiet)).rejects.toThrow('is there already')
    await expect(backUp(folder, fresh(), quiet)).rejects.toThrow('has no jobs.sqlite')
  })

  test('damage in the data folder is told by name, and leaves no half backup', async () => {
    const [data, target] = [fresh(), fresh()]
    await restore(good, data, carefully)
    await truncate(join(data, 'artifacts/0/8/archive.zip'), 7)
    await expect(backUp(data, target, quiet)).rejects.toThrow('artifacts/0/8/archive.zip is damaged')
    expect(existsSync(target)).toBe(false)
  })
})
