import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJobsClient, downloadArtifacts } from '@jobs-api/client'
import { readSettings, start } from '@jobs-api/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipEntries } from '../ci/zip-entries.ts'

// One archive of the reference server, whole and by file, by number and by ref, over a line that keeps breaking.

const odd = 'out put/raw/50% #1 – ü&?+;=.txt'
const files = { [odd]: 'odd\n'.repeat(2000), 'data.bin': 50_000, empty: '' }
const world = {
  users: [{ id: 1, username: 'olga', name: 'Olga' }],
  groups: [{ id: 9, path: 'harbor', name: 'Harbor' }],
  tokens: [{ token: 'demo-olga-personal', user: 'olga' }],
  projects: [
    {
      id: 1,
      path: 'harbor/yard',
      name: 'Yard',
      members: { olga: 'maintainer' },
      pipelines: [
        {
          id: 1,
          ref: 'feature/raw/a b',
          status: 'success',
          user: 'olga',
          created: '-1h',
          commit: { sha: '0ff3ae198f8601a285adcf5c0fff204ee6fba5fd', message: 'Pack', author: 'Olga <olga@harbor.example>', at: '-2h' },
          jobs: [
            {
              ...{ id: 1, name: 'pack it', stage: 'build', status: 'success' },
              ...{ queued: '-50m', started: '-49m', finished: '-48m', artifacts: { files } },
            },
          ],
        },
      ],
    },
  ],
}

let folder: string
let server: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yard-'))
  await writeFile(join(folder, 'world.yaml'), JSON.stringify(world))
  const flags = ['--port=0', '--data=:memory:', '--runners=off', '--log-level=error', `--world=${join(folder, 'world.yaml')}`]
  server = await start(readSettings(flags, {}), { say: () => undefined, complain: (line) => console.error(line) })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** A client whose line breaks in the first answers after so many bytes each; and the ranges that it asks for. */
function clientWith(...cuts: number[]) {
  const ranges: (string | null)[] = []
  const fetchCut = async (request: Request) => {
    ranges.push(request.headers.get('range'))
    const response = await fetch(request)
    const stopAt = cuts.shift()
    if (stopAt === undefined || response.body === null) return response
    let left = stopAt
    const scissors = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.subarray(0, left))
        left -= chunk.length
        if (left < 0) controller.error(new Error('the line broke'))
      },
    })
    return new Response(response.body.pipeThrough(scissors), response)
  }
  return { ranges, jobs: createJobsClient({ baseUrl: `${server.url}/api/v4`, token: 'demo-olga-personal', fetch: fetchCut }) }
}
const byRef = { project: 'harbor/yard', ref: 'feature/raw/a b', job: 'pack it' }

test.each([
  ['by number', { project: 1, job: 1 }],
  ['by ref', byRef],
])('an archive, %s', async (_, where) => {
  const { jobs, ranges } = clientWith(100, 100)
  const to = join(folder, 'archive.zip')
  const { bytes, name } = await downloadArtifacts(jobs, where, { to })
  const archive = await readFile(to)
  const entries = zipEntries(archive)
  expect(entries.get(odd)?.toString()).toBe(files[odd])
  expect(entries.get('data.bin')).toHaveLength(50_000)
  expect({ bytes, name }).toEqual({ bytes: archive.length, name: 'artifacts.zip' })
  expect(ranges).toEqual([null, 'bytes=100-', 'bytes=200-'])
})

test.each([
  ['by number', { project: 1, job: 1, path: odd }],
  ['by ref', { ...byRef, path: odd }],
])('a file with slashes, blanks, percent and number signs in its path, %s', async (_, where) => {
  const { jobs } = clientWith(100, 3000)
  const to = join(folder, 'file.txt')
  const { name } = await downloadArtifacts(jobs, where, { to })
  expect(await readFile(to, 'utf8')).toBe(files[odd])
  expect(name).toBe('50% #1 – ü&?+;=.txt')
})

test('an empty file', async () => {
  const to = join(folder, 'empty')
  expect(await downloadArtifacts(clientWith().jobs, { project: 1, job: 1, path: 'empty' }, { to })).toEqual({ bytes: 0, name: 'empty' })
  expect(await readFile(to)).toHaveLength(0)
})

test('what is not there is refused, and nothing is written', async () => {
  const before = await readdir(folder)
  const download = downloadArtifacts(clientWith().jobs, { project: 1, job: 1, path: 'nowhere' }, { to: join(folder, 'nowhere') })
  await expect(download).rejects.toMatchObject({ kind: 'not_found', operationId: 'getJobArtifactFile' })
  expect(await readdir(folder)).toEqual(before)
})
