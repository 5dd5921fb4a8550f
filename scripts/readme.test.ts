import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settingsTable } from '@jobs-api/server'
import { afterAll, expect, test } from 'vitest'
import { ExampleServer, freshWorld } from './examples/fresh-server.ts'

const readme = await readFile('README.md', 'utf8')
const world = await freshWorld()
const server = await ExampleServer.start()
server.enter(world)
afterAll(() => Promise.all([server.stop(), world.remove()]))

const blocks = (language: string) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code ?? '')
const here = (code: string) => code.replaceAll('http://127.0.0.1:4000', `http://127.0.0.1:${server.port}`)

test('the table of settings is that of settings.ts', () => {
  expect(readme).toContain(settingsTable())
})

test('the TypeScript of the README runs and prints the failed jobs', async () => {
  const [code = ''] = blocks('ts')
  const folder = await mkdtemp(join('packages/client', '.readme-'))
  try {
    const printed: string[] = []
    const path = join(folder, 'readme.ts')
    await writeFile(path, here(code).replaceAll('console.log(', 'globalThis.printed.push('))
    Object.assign(globalThis, { printed })
    await import(join(process.cwd(), path))
    expect(printed).toContain('lint: script_failure')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

const requests = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('curl ')))

test('there are three requests in the first minute', () => {
  expect(requests).toHaveLength(3)
})

test.each(requests)('%s', async (line) => {
  const method = /--request (\w+)/.exec(line)?.[1] ?? 'GET'
  const [, token = ''] = /PRIVATE-TOKEN: ([\w-]+)/.exec(line) ?? []
  const [, url = ''] = /(http:[^'\s]+)/.exec(line) ?? []
  const answer = await fetch(here(url), { method, headers: { 'PRIVATE-TOKEN': token } })
  expect(answer.status).toBe(method === 'POST' ? 201 : 200)
})

test('every file and folder that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '')
  expect(links.filter((link) => !existsSync(link))).toEqual([])
})
