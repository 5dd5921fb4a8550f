import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { choose, type Finding, openSession, record, run, validationsIn, versionOf } from '@jobs-api/conformance'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FaultyProxy } from './mutants/proxy.ts'
import { demoSettings, Reference } from './reference.ts'
import { checksOfEdition } from './requirements.ts'

// A GitLab is not at hand: this proves on the reference server that a recording is complete, repeatable and tells nothing of anybody.

const only = [
  'downloadJobArtifacts.job-token-of-another-project',
  'getJob',
  'getJobLog.all-bytes',
  'listPipelineBridges.body',
  'retryJob.new-job',
  'getRefArtifactFile.bytes',
]
const checks = choose(await checksOfEdition('current'), { only, level: 'may' })
const first = { version: '19.1.0-ee', date: '2026-11-22' }

let reference: Reference
let folder: string
let findings: readonly Finding[]
beforeAll(async () => {
  reference = await Reference.start()
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-recorded-'))
  findings = await findingsOf()
}, 60_000)
afterAll(async () => {
  await reference.stop()
  await rm(folder, { recursive: true, force: true })
})

async function findingsOf(): Promise<readonly Finding[]> {
  const session = await openSession(reference.settings())
  const findings: Finding[] = []
  for await (const finding of run(session, checks)) findings.push(finding)
  return findings
}

async function filesIn(place: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(place)).sort()
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(place, name), 'utf8')] as const)))
}

test('two recordings of the same are the same, hold every exchange, and name nobody', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  await record(one, findings, demoSettings, first)
  await reference.refresh()
  await record(other, await findingsOf(), demoSettings, first)
  const files = await filesIn(one)
  expect(await filesIn(other)).toEqual(files)
  expect([...files.keys()]).toEqual([...only.map((id) => `${id.split('.', 1)[0]}.json`).sort(), 'validated.json'])

  const all = [...files.values()].join('\n')
  const sent = findings.reduce((sum, { exchanges }) => sum + exchanges.length, 0)
  expect(all.match(/"answer":/g)).toHaveLength(sent)
  for (const told of [...Object.values(demoSettings.tokens), '127.0.0.1', 'harbor', 'webshop', 'dana', 'Kessler', 'feature/', '0ff3ae19'])
    expect(all.includes(told), told).toBe(false)
  for (const kept of [
    /"GET \/api\/v4\/projects\/\{project\}\/jobs\/<id \d+>"/,
    /404 Project Not Found/,
    /not allowed from <project> to project #<id>\./,
    /"status": "running"/,
    /"X-Page": "1"/,
  ])
    expect(all).toMatch(kept)
}, 60_000)

test('only what holds is stamped, and older stamps stay', async () => {
  const place = join(folder, 'stamped')
  const [some, ...rest] = findings
  if (some === undefined) throw new Error('nothing was found')
  await record(place, findings, demoSettings, first)
  const later = { version: '19.2.0-ee', date: '2027-01-02' }
  const held = await record(place, [{ ...some, outcome: 'fail' }, ...rest.slice(0, 3)], demoSettings, later)
  const stamps = await validationsIn(place)
  expect(held).toEqual(rest.slice(0, 3).map(({ check }) => check.id))
  expect(stamps.get(some.check.id)).toEqual(first)
  expect(held.map((id) => stamps.get(id))).toEqual([later, later, later])
  expect(findings.every(({ outcome }) => outcome === 'pass')).toBe(true)
  expect(stamps.size).toBe(checks.length)
}, 60_000)

test('the version is what GET /version says', async () => {
  const proxy = new FaultyProxy(reference.url)
  await proxy.start()
  const ask = () => versionOf({ baseUrl: proxy.url, tokens: demoSettings.tokens, send: fetch })
  await expect(ask()).rejects.toThrow('may be no GitLab')
  proxy.behave = async ({ url, headers }) => {
    const isAsked = url.pathname === '/version' && headers['private-token'] === demoSettings.tokens.maintainer
    return { status: isAsked ? 200 : 401, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"version":"19.1.0-ee"}') }
  }
  expect(await ask()).toBe('19.1.0-ee')
  await proxy.stop()
})
