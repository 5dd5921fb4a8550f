import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { planRelease, releasesIn } from './released.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-released-'))
})

afterEach(() => rm(folder, { recursive: true }))

test.each([
  [[], '0.1.0', { kind: 'new', previous: undefined }],
  [['0.1.0'], '0.2.0', { kind: 'new', previous: { version: '0.1.0' } }],
  [['0.9.0', '0.10.0', '0.2.0'], '0.11.0', { kind: 'new', previous: { version: '0.10.0' } }],
  [['0.1.0'], '0.1.0', { kind: 'refused', reason: '0.1.0 was released with another content; raise info.version in openapi/openapi.yaml' }],
  [['0.10.0'], '0.9.0', { kind: 'refused', reason: '0.10.0 is released already, which is later than 0.9.0' }],
  [[], '1.0', { kind: 'refused' }],
])('after %j, releasing %s', async (released, version, want) => {
  for (const one of released) await writeFile(join(folder, `${one}.json`), 'old')
  expect(await planRelease(folder, version, 'new')).toMatchObject(want)
})

test('releasing the same again changes nothing', async () => {
  await writeFile(join(folder, '0.1.0.json'), 'same')
  expect(await planRelease(folder, '0.1.0', 'same')).toMatchObject({ kind: 'done' })
})

test('a folder that is not there holds no release', async () => {
  expect(await releasesIn(join(folder, 'nothing'))).toEqual([])
})
