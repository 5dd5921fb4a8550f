import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root, run } from '../pack/pack.ts'

// What the mock's README promises; its lines for a shell are tried in scripts/ci, where there is one.

const home = join(root, 'packages/mock')
const readme = await readFile(join(home, 'README.md'), 'utf8')

let mock: Mock
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

test('its program prints what it should', async () => {
  const [, code = ''] = /```ts\n(.*?)```/s.exec(readme) ?? []
  const folder = await mkdtemp(join(home, '.readme-'))
  try {
    await writeFile(join(folder, 'program.ts'), code)
    const { stdout } = await run(process.execPath, [join(folder, 'program.ts')])
    expect(stdout).toBe('lint failed script_failure\n409 resource_lock\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

const get = async (path: string, token = 'any') => {
  const answer = await fetch(`${mock.url}/projects/${path}`, { redirect: 'manual', headers: { 'PRIVATE-TOKEN': token } })
  return {
    status: answer.status,
    json:
      answer.status < 300
        ? Object(
            await answer
              .clone()
              .json()
              .catch(() => undefined),
          )
        : undefined,
  }
}

test('the ids are as magic as it says', async () => {
  const jobs = await Promise.all([8, 14, 11, 26, 31].map((id) => get(`1/jobs/${id}`)))
  expect(jobs.map(({ json }) => json?.status)).toEqual(['success', 'running', 'failed', 'manual', 'success'])
  expect(jobs[4]?.json?.erased_at).toMatch(/^\d{4}-/)
  const answers = await Promise.all([
    ...[4711, 51, 12].map((id) => get(`1/jobs/${id}`)),
    ...[33, 35, 37].map((id) => get(`1/jobs/${id}/artifacts/tree`)),
    ...['4711', 'harbor%2Fshop'].map((id) => get(`${id}/jobs`)),
    ...['demo-dana-expired', 'demo-dana-revoked', 'demo-bruno-personal'].map((token) => get('1/jobs', token)),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 404, 404, 301, 401, 401, 403])
  expect((await get('1/jobs/77')).json).toEqual((await get('1/jobs/8')).json)
})

test('the number of answers is about what it says', async () => {
  const page = await (await fetch(new URL('/', mock.url))).text()
  const count = Number(/^(\d+) answers of 19 operations/m.exec(page)?.[1])
  expect(count).toBeGreaterThan(470)
  expect(count).toBeLessThan(530)
})

test('what it links to exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? '')
  expect(links.filter((link) => !existsSync(join(home, link)))).toEqual([])
})
