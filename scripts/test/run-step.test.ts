import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { runStep } from './run-step.ts'

const node = (code: string) => [process.execPath, '--eval', code] as const
const step = (...commands: (readonly string[])[]) => ({ sentence: '', commands })

test('a step passes when all of its commands do, and keeps what they say', async () => {
  const outcome = await runStep(step(node('console.log(1)'), node('console.error(2)')), [], false)
  expect(outcome).toMatchObject({ passed: true, output: '1\n2\n' })
})

test('a step ends at the first command that fails', async () => {
  const outcome = await runStep(step(node('console.log(1); process.exit(3)'), node('console.log(2)')), [], false)
  expect(outcome).toMatchObject({ passed: false, output: '1\n' })
})

test('a command that does not exist fails with its name', async () => {
  const outcome = await runStep(step(['no-such-program']), [], false)
  expect(outcome).toMatchObject({ passed: false, output: expect.stringContaining('no-such-program') })
})

test('arguments are passed on', async () => {
  const outcome = await runStep(step(node('console.log(process.argv.slice(1))')), ['packages/server'], false)
  expect(outcome.output).toContain('packages/server')
})

test.each([
  [['--help'], 0, 'npm test [-- STEP [ARGUMENTS]]'],
  [['polish'], 2, 'There is no step `polish`'],
  [['--fast'], 2, 'Unknown option --fast'],
])('npm test -- %s', async (args, code, text) => {
  const run = promisify(execFile)(process.execPath, ['scripts/test.ts', ...args])
  const outcome = await run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
  )
  expect(outcome).toEqual({ code, text: expect.stringContaining(text) })
})
