import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '../../backup/backup.ts'
import { onlyImport } from './only-import.ts'
import { freshFolder, importOf, proxyTo, runImport, serving, sourceOfFile, withAll } from './servers.suite.ts'
import { unreadable } from './unreadable.ts'

const source = await sourceOfFile()
const from = ['--from', 'https://gitlab.example.com']
const project = ['--project', 'group/app']

test.each([
  [[], '--from is missing: give the address of a server'],
  [['--from', 'gitlab.example.com', ...project], '--from must be an http or https address'],
  [['--from', 'https://me:secret@gitlab.example.com', ...project], '--from must hold no password'],
  [['--from', 'https://gitlab.example.com/?private_token=x', ...project], '--from must hold no password and no query'],
  [from, '--project is missing: give the path of a project'],
  [[...from, '--project', 'app'], '--project must be a path with its group, as group/app, or a number, not "app"'],
  [[...from, ...project, '--token-env', 'NOBODY'], '--token-env names NOBODY, and there is no token in it'],
  [[...from, ...project, '--since', 'yesterday'], '--since must be a date, as 2026-01-31'],
  [[...from, ...project, '--since', '2026-13-01'], '--since must be a date, as 2026-01-31'],
  [[...from, ...project, '--data', ':memory:'], '--data must be a folder'],
  [[...from, ...project, '--database', 'mysql://x'], '--database must be the address of a PostgreSQL database'],
  [[...from, ...project, '--with-everything'], "Unknown option '--with-everything'"],
])('%j is refused: %s', async (args, words) => {
  const { complained, code } = await runImport(args)
  expect([code, complained]).toEqual([1, expect.stringContaining(words)])
})

test('it explains itself', async () => {
  const { said, code } = await runImport(['--help'])
  expect([code, said]).toEqual([0, expect.stringContaining('Usage: npm run import -- --from URL')])
})

test('the docs tell what cannot be copied, as the program does', async () => {
  const page = await readFile(new URL('../../../worlds/README.md', import.meta.url), 'utf8')
  expect(page).toContain(`so no copy has:\n\n${unreadable.map((line) => `- ${line}\n`).join('')}\n`)
})

test('what the source refuses is told together with what to do', async () => {
  const run = async (...args: Parameters<typeof importOf>) => (await runImport(importOf(...args))).complained
  expect(await run(source.url, 'harbor/nowhere', freshFolder())).toMatch(
    /shows no project harbor\/nowhere\. Check --project\. Is the token in TOKEN/,
  )
  const wrong = await runImport(importOf(source.url, 'harbor/webshop', freshFolder()), { token: 'wrong-one' })
  expect(wrong.complained).toContain('401 Unauthorized. Is the token in TOKEN still good')
  const anonymous = await runImport(['--from', source.url, '--project', 'harbor/console', '--data', freshFolder()])
  expect(anonymous.complained).toContain('Name a token with --token-env.')
  expect((await runImport(importOf(source.url, 'harbor/ledger', freshFolder()), { token: 'demo-gus-personal' })).complained).toContain(
    '403 Forbidden',
  )
})

test('no token is ever shown but the new one, which is stored as a digest', async () => {
  const data = freshFolder()
  const { said, complained, token } = await runImport([...importOf(source.url, 'harbor/console', data), ...withAll])
  expect(said + complained).not.toContain('demo-olga-personal')
  const copy = await serving(data, '--world=none')
  const user = async (as: string) => (await fetch(`${copy.url}/api/v4/user`, { headers: { 'PRIVATE-TOKEN': as } })).json()
  expect(await user(token)).toMatchObject({ username: 'olga' })
  expect(await user('demo-olga-personal')).toEqual({ message: '401 Unauthorized' })
  const another = await runImport([...importOf(source.url, 'harbor/console', data), '--new-token'])
  expect(another.token).not.toBe(token)
  expect(await user(another.token)).toMatchObject({ username: 'olga' })
})

test('without the flags for them, logs and archives are listed and not there, and come later', async () => {
  const proxy = await proxyTo(source.url)
  const data = freshFolder()
  const { said, code, token } = await runImport(importOf(proxy.url, 'harbor/console', data))
  expect(code).toBe(0)
  for (const line of ['logs: add --with-logs', 'the bytes of artifacts: add --with-artifacts', ...unreadable])
    expect(said).toContain(`  - ${line}\n`)
  expect(proxy.requests.filter((request) => /trace|artifacts/.test(request))).toEqual([])
  const copy = await serving(data, '--world=none')
  const job = async (part: string) => {
    const answer = await fetch(`${copy.url}/api/v4/projects/2/jobs/61${part}`, { headers: { 'PRIVATE-TOKEN': token } })
    return [answer.status, await answer.text()] as const
  }
  expect(await job('')).toEqual([200, expect.stringContaining('"file_type":"trace"')])
  expect([await job('/trace'), (await job('/artifacts'))[0]]).toEqual([[200, ''], 404])
  // A backup misses nothing that was never here.
  const backup = await backUp(data, freshFolder(), () => undefined)
  expect(backup.files.map(({ path }) => path)).toEqual(['jobs.sqlite'])
  // While the server works, too.
  await runImport([...importOf(proxy.url, 'harbor/console', data), ...withAll])
  expect([await job('/trace'), (await job('/artifacts'))[0]]).toEqual([[200, expect.stringContaining('3 changed')], 200])
})

test('a dry run counts, and writes nothing', async () => {
  const data = freshFolder()
  const { said, code } = await runImport([...importOf(source.url, 'harbor/webshop', data), '--dry-run'])
  // The logs of three jobs under way are no artifacts yet.
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/^harbor\/webshop has 3 pipelines, 29 jobs, 15 logs \(.*\), 8 archives \(.*Nothing was copied/),
  ])
  expect(existsSync(data)).toBe(false)
})

test('a second import into the same folder has to wait', async () => {
  const data = freshFolder()
  await mkdir(data)
  const release = await onlyImport(data)
  const run = () => runImport(importOf(source.url, 'harbor/console', data))
  expect((await run()).complained).toContain(`Another import is writing into ${join(data)}. Wait for its end`)
  release()
  expect((await run()).code).toBe(0)
})

test('whoever interrupts it is told how to go on', async () => {
  const interruption = new AbortController()
  const proxy = await proxyTo(source.url, ({ url = '' }) => {
    if (url.includes('/trace')) interruption.abort()
    return false
  })
  const data = freshFolder()
  const stopped = await runImport([...importOf(proxy.url, 'harbor/console', data), ...withAll], { signal: interruption.signal })
  expect([stopped.code, stopped.said]).toEqual([130, ''])
  expect(stopped.complained).toContain('Stopped. The same command goes on from here.')
  expect((await runImport([...importOf(proxy.url, 'harbor/console', data), ...withAll])).code).toBe(0)
})
