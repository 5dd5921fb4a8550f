import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileSource, type Mock, startMock } from './index.ts'

// On a copy of the contract as it is written: one file an operation, an example, a schema.

let folder = ''
let mock: Mock
let firstLoad = 0
let told: string[] = []
const narrator = { say: (sentence: string) => told.push(sentence), complain: (sentence: string) => told.push(sentence) }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-mock-'))
  await cp(fileURLToPath(new URL('../../../openapi', import.meta.url)), folder, { recursive: true })
  const began = process.cpuUsage()
  mock = await startMock({ source: fileSource(join(folder, 'openapi.yaml')), narrator })
  firstLoad = processorTime(began)
})
afterAll(async () => {
  await mock.stop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  told = []
})

const jobName = async () => {
  const response = await fetch(`${mock.url}/projects/1/jobs/8`, { headers: { 'PRIVATE-TOKEN': 'any' } })
  return Object(await response.json()).name
}

function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Changes a file, and waits until something comes of it; gives back what that took of the processor, in milliseconds. */
async function edit(name: string, change: (text: string) => string, save: typeof writeFile = writeFile): Promise<number> {
  const path = join(folder, name)
  const before = told.length
  const text = change(await readFile(path, 'utf8'))
  const began = process.cpuUsage()
  await save(path, text)
  await expect.poll(() => told.length, { timeout: 15_000, interval: 5 }).toBeGreaterThan(before)
  return processorTime(began)
}

/** Undoes what a test did to a file. */
async function mend(name: string, text: string): Promise<void> {
  await edit(name, () => text)
  expect(told.at(-1)).toContain('has changed')
}

const example = 'examples/getJob/finished_job.yaml'

test('what is saved in an included file is live within a second, and for less than it took to begin', async () => {
  const times: number[] = []
  for (const name of ['one', 'two']) {
    times.push(await edit(example, (text) => text.replace(/^ {2}name: .+$/m, `  name: ${name}`)))
    expect(await jobName()).toBe(name)
  }
  // Of the processor's time, because other tests want theirs; 40 ms of waiting come to it. `npm run bench -- --sandbox` takes the time
  // by the clock on the wall.
  expect(Math.min(...times)).toBeLessThan(Math.min(firstLoad, 950))
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
  const before = await jobName()
  await edit(example, (text) => `${text}\nbroken: [`)
  expect(told).toEqual([
    expect.stringMatching(/last good document is kept.*examples\/getJob\/finished_job\.yaml: .* at line \d+, column \d+$/),
  ])
  expect(await jobName()).toBe(before)
  expect(await (await fetch(new URL('/', mock.url))).text()).toContain('The document is broken')
  await mend(example, good)
  expect(await (await fetch(new URL('/', mock.url))).text()).not.toContain('The document is broken')
})

test.each<[what: string, file: string, from: RegExp, to: string, said: RegExp]>([
  ['a file that is not there', 'operations/getJob.yaml', /\.\.\/examples\/getJob\/failed_job/, '../examples/getJob/gone', /gone\.yaml/],
  ['a name that is not there', 'openapi.yaml', /^openapi: .*$/m, '', /it is no OpenAPI document/],
])('%s is told', async (_, file, from, to, said) => {
  const good = await readFile(join(folder, file), 'utf8')
  await edit(file, (text) => text.replace(from, to))
  expect(told.join()).toMatch(said)
  expect((await fetch(`${mock.url}/projects/1/jobs/8`, { headers: { 'PRIVATE-TOKEN': 'any' } })).status).toBe(200)
  await mend(file, good)
})

test('a document that is broken from the start is refused', async () => {
  const path = join(folder, 'nothing.yaml')
  await expect(startMock({ source: fileSource(path) })).rejects.toThrow('nothing.yaml')
  await writeFile(path, 'openapi: 3.1.1\npaths: {}\ncomponents: {}\n')
  await expect(startMock({ source: fileSource(path) })).rejects.toThrow('the document has no operations')
})
