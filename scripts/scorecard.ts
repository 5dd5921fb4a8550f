// `npm run scorecard`: tries clients of the Jobs API; without a program of the caller's, the four below.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scorecard } from '@jobs-api/conformance/scorecard'
import { candidates, generateClient } from './scorecard/candidates.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-client-'))
try {
  process.exitCode = await scorecard(process.argv.slice(2), candidates(await generateClient(folder)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
