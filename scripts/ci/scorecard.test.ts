import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Card, examine, markdown, type Row, rows } from '@jobs-api/conformance/scorecard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../pack/pack.ts'
import { type Compared, compared } from '../scorecard/candidates.ts'
import { pagePath } from '../scorecard/page.ts'

// The scorecard with what is large in it, as `npm run scorecard` tries it.

let folder = ''
let clients: Compared[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-client-'))
  clients = await compared(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const find = (command: Compared['command'], chosen: readonly Row[] = rows) =>
  examine({ command, rows: chosen, pauseInSeconds: 1, largeInMiB: 200, atOnce: 2 })

/** For each row its marks, without the figures, which are others each time. */
function marks(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^\| .*`([a-z-]+\.[a-z-]+)` \| (.*) \|$/gm)]
  return Object.fromEntries(lines.map(([, id = '', cells = '']) => [id, cells.replace(/(^| \| )(\S+) .*?(?= \| |$)/g, '$2 ').trim()]))
}

test('the page says of all clients what is found now', { timeout: 240_000 }, async () => {
  const cards: Card[] = []
  for (const { name, command, prepare } of clients) {
    await prepare?.()
    cards.push({ name, findings: await find(command) })
  }
  const found = marks(markdown(cards))
  expect(Object.keys(found)).toEqual(rows.map(({ id }) => id))
  expect(marks(await readFile(join(root, pagePath), 'utf8'))).toEqual(found)
})

test.each([
  ['careful', 'good'],
  ['careless', 'bad'],
])('what is large is for a %s client %s', { timeout: 120_000 }, async (name, verdict) => {
  const command = { file: process.execPath, args: [join(root, `scripts/scorecard/${name}-client.ts`)] }
  const findings = await find(
    command,
    rows.filter(({ id }) => id.startsWith('large.')),
  )
  expect(findings.map((finding) => `${finding.row.id} ${finding.verdict}`)).toEqual(findings.map(({ row }) => `${row.id} ${verdict}`))
})
