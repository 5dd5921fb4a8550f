// `npm run scorecard`: tries clients of the Jobs API; without a program of the caller's, the four that are compared.
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Card, scorecard } from '@jobs-api/conformance/scorecard'
import { root } from './pack/pack.ts'
import { compared } from './scorecard/candidates.ts'
import { page, pagePath } from './scorecard/page.ts'
import { weights } from './scorecard/weights.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-client-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const clients = await compared(folder)
const write = async (cards: readonly Card[]) =>
  writeFile(join(root, pagePath), page(clients, cards, await weights(join(folder, 'client.ts'))))
process.exitCode = await scorecard(process.argv.slice(2), { candidates: clients, page: { path: pagePath, write } })
