import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examine, rows } from '@jobs-api/conformance/scorecard'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../pack/pack.ts'
import { type Compared, compared } from './candidates.ts'
import { pagePath } from './page.ts'

// What is large is tried in scripts/ci.
const small = rows.filter(({ id }) => !id.startsWith('large.'))

/** Tries a program, and says what it came to: `id verdict`, and the figure where it was not good. */
async function verdicts(command: { file: string; args: readonly string[] }, chosen = small) {
  const findings = await examine({ command, rows: chosen, pauseInSeconds: 1, largeInMiB: 1, atOnce: 4 })
  return findings.map(({ row, verdict, figure }) => ({ id: row.id, verdict, figure }))
}
const program = (name: string) => ({ file: process.execPath, args: [join(root, 'scripts/scorecard', name)] })

describe.concurrent('each row', { timeout: 60_000 }, () => {
  test('can be good: a careful client has no other', async () => {
    expect((await verdicts(program('careful-client.ts'))).filter(({ verdict }) => verdict !== 'good')).toEqual([])
  })

  test('can be bad: a careless client has no other', async () => {
    expect((await verdicts(program('careless-client.ts'))).filter(({ verdict }) => verdict !== 'bad')).toEqual([])
  })

  test('is good for our own client', async () => {
    const found = await verdicts(program('ours.ts'))
    expect(found).toHaveLength(small.length)
    expect(found.filter(({ verdict }) => verdict !== 'good')).toEqual([])
  })
})

describe('the other clients', () => {
  let folder = ''
  let clients: Compared[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jobs-api-client-'))
    clients = await compared(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const known: [name: string, bad: readonly string[]][] = [
    [
      '@gitbeaker/rest',
      ['credentials.personal-token', 'credentials.job-token', 'tokens.job', 'actions.bad-gateway', 'reads.limited', 'errors.mislabelled'],
    ],
    ['openapi-fetch', ['credentials.personal-token', 'credentials.job-token', 'errors.half', 'logs.empty']],
    ['redocly generate-client', ['credentials.personal-token', 'credentials.job-token', 'errors.empty', 'pages.headerless']],
  ]
  test.each(known)('%s does what is known of it', { timeout: 60_000 }, async (name, bad) => {
    const client = clients.find((one) => one.name === name)
    await client?.prepare?.()
    const chosen = rows.filter(({ id }) => bad.includes(id))
    const found = await verdicts(client?.command ?? program('none.ts'), chosen)
    expect(found.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(bad.map((id) => `${id} bad`))
  })

  test('stand on the page in the versions that are installed, with each row', async () => {
    const page = await readFile(join(root, pagePath), 'utf8')
    expect(clients.filter(({ name, version }) => !page.includes(`**${name}** ${version}`))).toEqual([])
    expect(rows.filter(({ id, sentence, measured }) => !page.includes(`${sentence} \`${id}\``) || !page.includes(measured))).toEqual([])
  })
})

test('a program that dies has no good row, and what it said last is told', async () => {
  const dying = { file: process.execPath, args: ['--eval', 'throw new Error("no such client")'] }
  const found = await verdicts(
    dying,
    rows.filter(({ id }) => /^(errors|shapes)\./.test(id)),
  )
  expect(found.filter(({ verdict, figure }) => verdict !== 'bad' || !figure.includes('no such client'))).toEqual([])
})

test('a program that cannot be started is told of', async () => {
  const [found] = await verdicts({ file: 'no-such-program', args: [] }, rows.slice(0, 1))
  expect(found).toMatchObject({ verdict: 'bad', figure: expect.stringContaining('ENOENT') })
})

test('a client that offers nothing is neither good nor bad', async () => {
  const found = await verdicts({ file: process.execPath, args: ['--eval', refusing] })
  expect(found.filter(({ verdict }) => verdict !== 'not_offered')).toEqual([])
})

const refusing = `
  const lines = require('node:readline').createInterface({ input: process.stdin })
  lines.on('line', (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, not_offered: 'not today' })))
`
