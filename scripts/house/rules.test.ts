import { expect, test } from 'vitest'
import { rules } from './rules.ts'

/** A file that offends, and the beginning of the rule that it offends against. */
const offences: [rule: string, path: string, text: string][] = [
  ['A package looks', 'packages/conformance/src/run.ts', "import { decide } from '@jobs-api/lifecycle'"],
  ['A package looks', 'packages/client/src/client.ts', "import { x } from '../../contract/src/index.ts'"],
  ['A package looks', 'packages/server/src/world/other.ts', "import { createJobsClient } from '@jobs-api/client'"],
  ['Inside the server', 'packages/server/src/operations/getJob.ts', "import { refuse } from '../http/refusals.ts'"],
  ['Inside the server', 'packages/server/src/operations/getJob.ts', "import { open } from '../storage/sqlite/database.ts'"],
  ['Inside the server', 'packages/server/src/storage/sqlite/jobs.ts', "import type { Rows } from '../postgres/rows.ts'"],
  ['Inside the server', 'packages/server/src/http/routing.ts', "import * as Validator from 'express-openapi-validator'"],
  ['Inside the server', 'packages/server/src/views/job.ts', "const { app } = await import('../app.ts')"],
  ['Only main.ts', 'packages/server/src/settings.ts', 'export const home = process.env'],
  ['An operation bears', 'openapi/operations/retryJob.yaml', 'operationId: retry\n'],
  ['An operation bears', 'packages/conformance/src/cases/restartJob.ts', ''],
  ['An operation bears', 'openapi/examples/restartJob/a.yaml', ''],
  ['Files are kebab-case', 'packages/client/src/jobsClient.ts', ''],
  ['Schemas are', 'openapi/schemas/job.yaml', ''],
  ['No folder is', 'packages/server/src/utils/time.ts', ''],
  ['An adapter has', 'packages/server/src/storage/sqlite/jobs.ts', '\n'.repeat(251)],
  ['No file of code', 'packages/server/src/app.ts', '\n'.repeat(401)],
  ['The top', 'notes.txt', ''],
  ['The lock file', 'pnpm-lock.yaml', 'tarball: x.tgz\n'],
]

test.each(offences)('%s ...: %s', (beginning, path, text) => {
  const rule = rules.find(({ sentence }) => sentence.startsWith(beginning))
  const inAnEmptyHouse = rule?.offenders([], ['retryJob'])
  expect(rule?.offenders([{ path, text }], ['retryJob'])).not.toEqual(inAnEmptyHouse)
})

const allowed: [path: string, text: string][] = [
  ['packages/server/src/world/import/source.ts', "import { createJobsClient } from '@jobs-api/client'"],
  ['packages/server/src/operations/retryJob.test.ts', "import { createJobsClient } from '@jobs-api/client'\nprocess.env"],
  ['packages/server/src/operations/retryJob.ts', "import type { JobStore } from '../storage/job-store.ts'"],
  ['packages/server/src/storage/sqlite/jobs.ts', "import type { JobStore } from '../job-store.ts'"],
  ['packages/server/src/storage/job-store.ts', "import type { JobStatus } from '@jobs-api/lifecycle'"],
  ['packages/server/src/http/validation.ts', "import * as Validator from 'express-openapi-validator'"],
  ['packages/server/src/app.ts', "import express from 'express'\nimport { routing } from './http/routing.ts'"],
  ['packages/contract/src/generated/api.ts', '\n'.repeat(9000)],
]

test.each(allowed)('%s may', (path, text) => {
  const found = rules.flatMap(({ offenders }) => offenders([{ path, text }], ['retryJob']))
  expect(found.filter((offence) => offence.includes(path))).toEqual([])
})

test('a rule has an offence in this test', () => {
  expect(rules.filter(({ sentence }) => !offences.some(([beginning]) => sentence.startsWith(beginning)))).toEqual([])
})
