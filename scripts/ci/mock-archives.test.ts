import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editionDocument, editionNames } from '@jobs-api/contract'
import { startMock } from '@jobs-api/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examplesOf } from '../examples/example.ts'
import { sendRequest } from '../examples/request.ts'
import { run } from '../pack/pack.ts'

// Every archive that the mock gives is tried by the programs that its users have. Of a bad one, both end with another code than 0.

const operations: readonly string[] = ['downloadJobArtifacts', 'downloadRefArtifacts']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-archives-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(editionNames)('unzip and Python find no fault in the archives of %s', { timeout: 60_000 }, async (edition) => {
  const examples = examplesOf(await editionDocument(edition)).filter(
    ({ operationId, status }) => status === 200 && operations.includes(operationId),
  )
  expect(examples.length).toBeGreaterThan(1)
  const mock = await startMock({ edition })
  try {
    for (const { operationId, request, name } of examples) {
      const asked = { ...request, headers: { Prefer: `code=200, example=${name}` } }
      const { status, body } = await sendRequest(Number(new URL(mock.url).port), operationId, asked)
      expect(status, name).toBe(200)
      const path = join(folder, `${edition}-${operationId}-${name}.zip`)
      await writeFile(path, body)
      expect((await run('unzip', ['-t', path])).stdout).toContain('No errors detected')
      expect((await run('python3', ['-m', 'zipfile', '--test', path])).stdout).toContain('Done testing')
    }
  } finally {
    await mock.stop()
  }
})
