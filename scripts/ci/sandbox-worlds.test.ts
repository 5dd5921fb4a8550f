import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SandboxComponents } from '@jobs-api/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../pack/pack.ts'
import { startSandbox } from './server-process.ts'

// Every line that the sandbox prints, in a real shell, word for word.

const sandbox = await startSandbox()
const folder = await mkdtemp(join(tmpdir(), 'jobs-api-lines-'))
afterAll(async () => {
  await sandbox.stop()
  await rm(folder, { recursive: true, force: true })
})
const worlds = (await (await fetch(`${sandbox.url}/sandbox/worlds`)).json()) as SandboxComponents['schemas']['World'][]

/** The status that curl reports; whatever it would have printed goes nowhere. */
async function statusOf(line: string): Promise<number> {
  const quiet = line.includes('--output') ? '' : '--output /dev/null'
  const command = `${line} --silent ${quiet} --write-out '%{stderr}%{response_code}'`
  // An answer that is cut off is an error for curl, and may be what was meant.
  const { stderr } = await run('sh', ['-c', command], { cwd: folder }).catch((error: { stderr: string }) => error)
  return Number(stderr)
}

describe.each(worlds)('$name', ({ trials }) => {
  test.each(trials)('$description', { timeout: 60_000 }, async ({ curl, statuses }) => {
    expect(statuses, curl).toContain(await statusOf(curl))
  })
})

test('a universe has an address of its own', async () => {
  const { host } = new URL(sandbox.url)
  const at = (universe: string) => `http://${universe}.${host.replace('127.0.0.1', 'localhost')}`
  const line = `curl --header 'PRIVATE-TOKEN: demo-dana-personal' ${at('own.erased')}/api/v4/projects/1/jobs/2/artifacts`
  expect(await statusOf(line)).toBe(200)
  expect(await statusOf(line.replace('own.erased', 'own.empty'))).toBe(404)
})
