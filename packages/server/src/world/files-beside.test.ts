import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { manualClock } from '../clock.ts'
import { startRunners } from '../runners/start-runners.ts'
import { DiskArtifactStore } from '../storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from '../storage/disk/disk-log-store.ts'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from './load-world.ts'
import { parseWorld } from './read-world.ts'

// Logs, what runners print, archives and reports: inline, as base64, or from files beside the world, and the same bytes either way.

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-beside-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const binary = Buffer.from([0, 255, 1, 254])
const text = 'Überfahrt ⚓\n'
await mkdir(join(folder, 'files'))
await writeFile(join(folder, 'files/icon.bin'), binary)
await writeFile(join(folder, 'files/text.txt'), text)
await writeFile(join(folder, 'files/colours.log'), '\\e[32mgreen\n')
await symlink('/etc/hosts', join(folder, 'link.log'))

const commit = { sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', message: 'Brew', author: 'Ada <ada@example.com>' }
const now = Date.UTC(2026, 10, 20, 10)

/** A world with one job that has ended, or whatever is said of it. */
function parsed(job: object) {
  const jobs = [{ id: 3, name: 'test', stage: 'test', status: 'success', ...job }]
  const pipelines = [{ id: 2, ref: 'main', status: 'success', created: '-1h', user: 'ada', commit, jobs }]
  const world = {
    users: [{ id: 1, username: 'ada', name: 'Ada' }],
    runners: [{ id: 1, description: 'runner', contacted: '-0s' }],
    projects: [{ id: 1, path: 'ada/app', name: 'App', pipelines }],
  }
  return parseWorld(JSON.stringify(world), join(folder, 'world.yaml'))
}

let worlds = 0
async function loaded(job: object) {
  const own = join(folder, String(++worlds))
  const stores = {
    store: new SqliteJobStore(':memory:'),
    logs: new DiskLogStore(join(own, 'logs')),
    archives: new DiskArtifactStore(join(own, 'artifacts')),
  }
  await loadWorld(await parsed(job), stores, now)
  return stores
}

async function bytesOf({ store, archives }: Awaited<ReturnType<typeof loaded>>, fileType: string): Promise<Buffer> {
  const artifact = (await store.read((reader) => reader.artifacts(3))).find((each) => each.fileType === fileType)
  const found = await archives.read(artifact?.key ?? '')
  return found === undefined ? Buffer.alloc(0) : buffer(found.open(0, found.size))
}

const same = [
  ['text from a file', { file: 'files/text.txt' }, Buffer.from(text)],
  ['text as it is', text, Buffer.from(text)],
  ['bytes from a file', { file: 'files/icon.bin' }, binary],
  ['bytes as base64', { base64: binary.toString('base64') }, binary],
] as const

describe('what a job left behind', () => {
  test.each(same)('a log: %s', async (_, log, wanted) => {
    const { logs } = await loaded({ log })
    const found = await logs.read(3)
    expect(found && (await buffer(found.open(0, found.size)))).toEqual(wanted)
  })

  test('in the text of a log, from a file or not, \\e is the escape character', async () => {
    const { logs } = await loaded({ log: { file: 'files/colours.log' } })
    const found = await logs.read(3)
    expect(found && (await buffer(found.open(0, found.size))).toString()).toBe('\u001b[32mgreen\n')
  })

  test.each(same)('an archive: %s', async (_, content, wanted) => {
    const stores = await loaded({ artifacts: { files: { 'a/file': content } } })
    expect((await bytesOf(stores, 'archive')).includes(wanted)).toBe(true)
    const [archive] = await stores.store.read((reader) => reader.artifacts(3))
    expect(await stores.store.read((reader) => reader.entry(archive?.id ?? 0, 'a/file'))).toMatchObject({ size: wanted.length })
  })

  test.each(same)('a report: %s', async (_, content, wanted) => {
    const reports = [{ type: 'junit', filename: 'junit.xml.gz', content }]
    const stores = await loaded({ artifacts: { reports } })
    expect(gunzipSync(await bytesOf(stores, 'junit'))).toEqual(wanted)
  })
})

describe('what a job will leave behind', () => {
  const afterRun = async (run: object) => {
    const stores = await loaded({ status: 'pending', queued: '-0s', run: { duration: '1s', ...run } })
    const clock = manualClock(now)
    const troubles: unknown[] = []
    const stop = startRunners({ ...stores, clock }, (_, error) => void troubles.push(error))
    for (let second = 0; second < 10; second++) await clock.advance(1000)
    await stop()
    expect(troubles).toEqual([])
    expect((await stores.store.read((reader) => reader.job(3)))?.status).toBe('success')
    return stores
  }

  test.each(same)('an archive: %s', async (_, content, wanted) => {
    const stores = await afterRun({ artifacts: { files: { 'a/file': content } } })
    expect((await bytesOf(stores, 'archive')).includes(wanted)).toBe(true)
  })

  test.each(same)('a report: %s', async (_, content, wanted) => {
    const stores = await afterRun({ artifacts: { reports: [{ type: 'junit', filename: 'junit.xml', content }] } })
    expect(await bytesOf(stores, 'junit')).toEqual(wanted)
  })

  test('lines, of the next attempt and of what a trigger job starts, too', async () => {
    const lines = { file: 'files/text.txt' }
    const trigger = { jobs: [{ name: 'a', stage: 's', run: { lines } }] }
    const { projects } = await parsed({ kind: 'bridge', run: { lines, retry: { lines, trigger } } })
    const run = projects[0]?.pipelines[0]?.jobs[0]?.run
    expect([run?.lines, run?.retry?.lines, run?.retry?.trigger?.jobs[0]?.run?.lines]).toEqual([text, text, text])
  })
})

test.each([
  ['a file from elsewhere', { log: { file: '../secret.log' } }, 'log.file: ../secret.log lies outside the folder of the world'],
  ['one from the top of the disk', { log: { file: '/etc/hosts' } }, 'log.file: /etc/hosts lies outside the folder of the world'],
  ['one behind a link', { log: { file: 'link.log' } }, 'log.file: link.log lies outside the folder of the world'],
  [
    'one that is not there',
    { artifacts: { files: { 'a/b': { file: 'b.bin' } } } },
    'artifacts.files.a/b.file: there is no file b.bin beside the world',
  ],
  [
    'one of a report to come',
    { run: { artifacts: { reports: [{ type: 'junit', filename: 'a.xml', content: { file: 'b.xml' } }] } } },
    'run.artifacts.reports[0].content.file: there is no file b.xml beside the world',
  ],
  [
    'lines that are no text',
    { run: { lines: { file: 'files/icon.bin' } } },
    'run.lines.file: files/icon.bin is not UTF-8, and lines must be text',
  ],
  ['what is not base64', { log: { base64: 'no!' } }, 'log.base64: must be such as AP8B, not "no!"'],
  ['a content of two kinds', { log: { file: 'a', generated: 3 } }, 'log: must NOT have more than 1 properties'],
])('%s is refused in words, with its place', async (_, job, wanted) => {
  await expect(parsed(job)).rejects.toThrow(`projects[0].pipelines[0].jobs[0].${wanted}`)
})
