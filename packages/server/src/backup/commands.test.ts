import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SqliteJobStore } from '../storage/sqlite/sqlite-job-store.ts'
import { commands } from './commands.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-commands-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a command and returns what it says. */
async function run(name: string, args: readonly string[], environment: Record<string, string> = {}): Promise<string> {
  let said = ''
  const say = (text: string) => {
    said += text
  }
  await commands[name]?.(args, { environment, say, complain: say })
  return said
}

test.each(['backup', 'restore'])('%s explains itself', async (name) => {
  expect(await run(name, ['--help'])).toContain(`Usage: npm run ${name} -- `)
})

test.each([
  ['backup', [], 'Usage: npm run backup'],
  ['backup', ['one', 'two'], 'Usage: npm run backup'],
  ['backup', ['one', '--force'], 'Usage: npm run backup'],
  ['restore', [], 'Usage: npm run restore'],
  ['restore', ['one', '--target', 'x'], "Unknown option '--target'"],
])('%s %o is refused with the usage', async (name, args, words) => {
  const refused = expect(run(name, args)).rejects
  await refused.toMatchObject({ name: 'SettingError', message: expect.stringContaining(words) })
})

test('the data folder comes from the flag or from the environment', async () => {
  const [data, target, restored] = [join(folder, 'data'), join(folder, 'target'), join(folder, 'restored')]
  await expect(run('backup', [target, '--data', data])).rejects.toThrow(`${data} has no jobs.sqlite`)
  await mkdir(data)
  await new SqliteJobStore(join(data, 'jobs.sqlite')).close()
  expect(await run('backup', [target], { JOBS_API_DATA: data })).toContain(`Backed up 1 file`)
  expect(await run('restore', [target, '--data', restored])).toContain(`to ${restored}.`)
  await expect(run('restore', [target, '--data', restored])).rejects.toThrow('--force')
  expect(await run('restore', [target, '--data', restored, '--force'])).toContain('Restored 1 file')
})
