import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

// Decision 0031: the score is kept from falling, and what it says of quality stays whole.

interface Score {
  readonly agentReadiness: number
  readonly subscores: Readonly<Record<string, number>>
}

test('the contract scores no less than it did', async () => {
  const { stdout } = await promisify(execFile)('redocly', [
    'score',
    'packages/contract/src/generated/openapi.json',
    '--config',
    'openapi/redocly.yaml',
    '--format',
    'json',
  ])
  const { agentReadiness, subscores }: Score = JSON.parse(stdout.slice(stdout.indexOf('{')))
  expect(agentReadiness).toBeGreaterThanOrEqual(82.8)
  const page = await readFile('packages/review/COVERAGE.md', 'utf8')
  expect(page, 'packages/review/anchors.yaml').toContain(`| redocly score | 95 | ${agentReadiness.toFixed(1)} |`)
  const { documentationQuality, exampleCoverage, errorClarity, identifierClarity } = subscores
  expect({ documentationQuality, exampleCoverage, errorClarity, identifierClarity }).toEqual({
    documentationQuality: 1,
    exampleCoverage: 1,
    errorClarity: 1,
    identifierClarity: 1,
  })
})
