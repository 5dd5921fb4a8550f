import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../pack/pack.ts'
import { startObjectStore } from './object-store.ts'
import { startPostgres } from './postgres.ts'

// The tests of the server that ask it over HTTP, and those of its runners, unchanged, on a database and an object store.

const [postgres, objectStore] = await Promise.all([startPostgres(), startObjectStore()])
afterAll(() => Promise.all([postgres.stop(), objectStore.stop()]))

/** Answers from memory are the embedded store's alone; what PostgreSQL remembers has a test beside it. */
const embeddedOnly = '**/http/standing-answers.test.ts'
const rooms = ['operations', 'http', 'neighbours', 'access', 'runners'].map((room) => `packages/server/src/${room}/`)

test('what the server promises over HTTP holds on PostgreSQL and S3', { timeout: 1_200_000 }, async () => {
  const place = { JOBS_API_TEST_DATABASE: postgres.url('postgres'), JOBS_API_TEST_OBJECTS: await objectStore.create('tests') }
  const patience = ['--testTimeout', '120000', '--hookTimeout', '120000']
  const program = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [
    program,
    'run',
    '--config',
    'scripts/vitest.config.ts',
    '--reporter',
    'dot',
    '--exclude',
    embeddedOnly,
    ...patience,
    ...rooms,
  ]
  const tests = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...objectStore.credentials, ...place },
    stdio: 'inherit',
  })
  const [code] = await once(tests, 'exit')
  expect(code).toBe(0)
})
