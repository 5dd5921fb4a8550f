import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { examine, rows } from '@jobs-api/conformance/scorecard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../pack/pack.ts'
import { startServer } from './server-process.ts'

// A client in another language, by other people, unmodified: what it makes of our answers is what its users get. Its calls
// stand in python-gitlab.py; here is what they must come to.

const version = '8.5.0'
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-python-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let results: Record<string, unknown>
const python = join(folder, 'bin/python')

beforeAll(async () => {
  await run('python3', ['-m', 'venv', folder], { cwd: folder })
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `python-gitlab==${version}`], { cwd: folder })
  const server = await startServer()
  try {
    const { stdout } = await run(python, [fileURLToPath(new URL('python-gitlab.py', import.meta.url)), server.url], { cwd: folder })
    results = JSON.parse(stdout)
  } finally {
    await server.stop()
  }
}, 240_000)

const refused = (status: number, why: string) => ({ refused: status, why: expect.stringContaining(why) })

test.each([
  ['project', 'harbor/webshop'],
  ['user', 'mia'],
  ['list by scope', ['canceled', 'failed']],
  ['list by one scope', ['running', 'running']],
  ['page', [2, 1, 3, 5]],
  ['get', { id: 8, name: 'test', status: 'success', pipeline: 6 }],
  ['get nothing', refused(404, 'Not found')],
  ['pipeline jobs', [11, 13, 15, 17]],
  ['pipeline jobs with retried', [11, 13, 15, 16, 17]],
  ['pipeline jobs by scope', ['failed', 'skipped']],
  ['bridges', [[12, 9]]],
  ['trace', expect.stringContaining('npm run lint')],
  ['archive', expect.arrayContaining(['coverage/index.html', 'coverage/lcov.info', 'report.txt'])],
  ['file', expect.stringContaining('end_of_record')],
  ['no such file', refused(404, '404')],
  ['cancel', 'canceled'],
  ['retry', { id: expect.any(Number), status: 'pending' }],
  ['retry again', refused(403, 'Job is not retryable')],
  ['play', 'pending'],
  ['play with variables', 'pending'],
  ['play what is over', refused(400, 'Unplayable Job')],
  ['erase', { erased: true, trace: '' }],
  ['erase again', refused(403, 'Job is not erasable!')],
  ['keep', [true, null]],
  ['delete artifacts', refused(404, '404')],
  ['delete artifacts of the project', refused(404, '404')],
])('python-gitlab: %s', (name, expected) => {
  expect(results[name]).toEqual(expected)
})

test('python-gitlab: all pages, by offset and by keyset alike', () => {
  const ids = results['list all'] as number[]
  expect(ids.length).toBeGreaterThan(25)
  expect(new Set(ids).size).toBe(ids.length)
  expect(results['list by keyset']).toEqual(ids)
})

test('python-gitlab: the scorecard can try a program in another language', { timeout: 120_000 }, async () => {
  const command = { file: python, args: [fileURLToPath(new URL('python-gitlab-client.py', import.meta.url))] }
  const findings = await examine({ command, rows, pauseInSeconds: 1, largeInMiB: 200, atOnce: 2 })
  const named = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).map(({ row }) => row.id)
  expect(named('bad')).toEqual([
    'credentials.personal-token',
    'credentials.job-token',
    'credentials.action',
    'credentials.store',
    'errors.no-list',
    'pages.headerless',
    'pages.foreign-link',
    'pages.endless',
    'addresses.file',
    'addresses.file-by-ref',
    'addresses.dots',
    'downloads.page',
    'large.unasked',
  ])
  expect(named('good')).toEqual(expect.arrayContaining(['actions.limited', 'reads.limited', 'errors.half', 'pages.all', 'large.archive']))
})
