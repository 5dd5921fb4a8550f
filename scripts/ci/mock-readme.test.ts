import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Mock, startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../pack/pack.ts'

// The lines of the mock's README, given to a shell. Its two programs are run in install.test.ts and plain-prism.test.ts.

const readme = await readFile(join(root, 'packages/mock/README.md'), 'utf8')
const lines = [...readme.matchAll(/^(curl .+?) +# (\d{3}) (\w+)$/gm)].map(([, line = '', status = '', name = '']) => ({
  line,
  status,
  name,
}))

let mock: Mock
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

test('no line with curl is without its answer', () => {
  expect(lines.length).toBe([...readme.matchAll(/^curl /gm)].length)
  expect(lines.length).toBeGreaterThanOrEqual(10)
})

test.each(lines)('$line', async ({ line, status, name }) => {
  const here = line.replaceAll('http://127.0.0.1:4010', new URL(mock.url).origin)
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    `${here} --silent --output /dev/null --write-out '%{http_code} %header{x-mock-answer}'`,
  ])
  expect(stdout).toMatch(new RegExp(`^${status} \\w+ ${status} ${name}$`))
})
