import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSandbox } from '@jobs-api/server/sandbox'
import { expect, test } from 'vitest'
import { root } from './pack/pack.ts'

// What the page for frontend teams shows; its tests are run where it is installed, by scripts/ci/install.test.ts.

const text = await readFile(join(root, 'packages/server/docs/sandbox.md'), 'utf8')

test('the lines that it shows are answered', async () => {
  await using sandbox = await createSandbox()
  const lines = text.split('\n').filter((line) => line.startsWith('curl '))
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    const [url = ''] = /http:\S+$/.exec(line) ?? []
    const [, json] = /--json '([^']+)'/.exec(line) ?? []
    const answer = await sandbox.fetch(url, {
      method: line.includes('POST') ? 'POST' : 'GET',
      headers: { 'PRIVATE-TOKEN': 'demo-dana-personal', 'Content-Type': 'application/json' },
      ...(json === undefined ? {} : { body: json }),
    })
    expect(answer.status, line).toBe(200)
  }
})
