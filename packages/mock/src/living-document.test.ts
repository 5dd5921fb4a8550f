import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileSource, type Mock, startMock } from './index.ts'

// On a copy of the contract as it is written: one file an operation, an example, a schema.

let folder = ''
let mock: Mock
let told: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-mock-'))
  await cp(fileURLToPath(new URL('../../../openapi', import.meta.url)), folder, { recursive: true })
  told = []
  const narrator = { say: (sentence: string) => told.push(sentence), complain: (sentence: string) => told.push(sentence) }
  mock = await startMock({ source: fileSource(join(folder, 'openapi.yaml')), narrator })
})
afterEach(async () => {
  await mock.stop()
  await rm(folder, { recursive: true, force: true })
})

const jobName = async () => {
  const response = await fetch(`${mock.url}/projects/1/jobs/8`, { headers: { 'PRIVATE-TOKEN': 'any' } })
  return Object(await response.json()).name
}

/** Changes a file, and waits until something comes of it; gives back how long that took, in milliseconds. */
async function edit(name: string, change: (text: string) => string, save: typeof writeFile = writeFile): Promise<number> {
  const path = join(folder, name)
  const before = told.length
  const text = change(await readFile(path, 'utf8'))
  const began = performance.now()
  await save(path, text)
  while (told.length === before && performance.now() - began < 10_000) await sleep(5)
  return performance.now() - began
}

const example = 'examples/getJob/finished_job.yaml'

test('what is saved in an included file is live within a second', async () => {
  const times: number[] = []
  for (const name of ['one', 'two', 'three']) {
    times.push(await edit(example, (text) => text.replace(/^ {2}name: .+$/m, `  name: ${name}`)))
    expect(await jobName()).toBe(name)
  }
  expect(Math.min(...times)).toBeLessThan(1000) // the best of three, because other tests run at the same time
})

test('an editor that saves by renaming is noticed as well', async () => {
  await edit(
    example,
    (text) => text.replace(/^ {2}name: .+$/m, '  name: renamed'),
    async (path, text) => {
      await writeFile(`${path}.new`, String(text))
      await rename(`${path}.new`, String(path))
    },
  )
  await expect.poll(jobName, { timeout: 5000 }).toBe('renamed')
})

test('a broken document changes nothing, and is told where it is broken', async () => {
  const good = await readFile(join(folder, example), 'utf8')
  await edit(example, (text) => `${text}\nbroken: [`)
  expect(told).toEqual([
    expect.stringMatching(/last good document is kept.*examples\/getJob\/finished_job\.yaml: .* at line \d+, column \d+$/),
  ])
  expect(await jobName()).toBe('test')
  expect(await (await fetch(new URL('/', mock.url))).text()).toContain('The document is broken')
  await edit(example, () => good.replace(/^ {2}name: .+$/m, '  name: mended'))
  expect(await jobName()).toBe('mended')
  expect(await (await fetch(new URL('/', mock.url))).text()).not.toContain('The document is broken')
})

test.each<[what: string, file: string, from: RegExp, to: string, said: RegExp]>([
  ['a file that is not there', 'operations/getJob.yaml', /\.\.\/examples\/getJob\/failed_job/, '../examples/getJob/gone', /gone\.yaml/],
  ['a name that is not there', 'openapi.yaml', /^openapi: .*$/m, '', /it is no OpenAPI document/],
])('%s is told', async (_, file, from, to, said) => {
  await edit(file, (text) => text.replace(from, to))
  expect(told.join()).toMatch(said)
  expect(await jobName()).toBe('test')
})

test('a document that is broken from the start is refused', async () => {
  const path = join(folder, 'nothing.yaml')
  await expect(startMock({ source: fileSource(path) })).rejects.toThrow('nothing.yaml')
  await writeFile(path, 'openapi: 3.1.1\npaths: {}\ncomponents: {}\n')
  await expect(startMock({ source: fileSource(path) })).rejects.toThrow('the document has no operations')
})
