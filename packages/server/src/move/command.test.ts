import { expect, test } from 'vitest'
import { moveCommand } from './command.ts'

/** Runs the command and returns what it says. */
async function run(...args: string[]): Promise<string> {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  await moveCommand(args, { environment: {}, say, complain: say })
  return said.join('')
}

test('it explains itself', async () => {
  expect(await run('--help')).toContain('Usage: npm run move -- --to-database URL --to-objects URL')
})

test.each([
  [['--to-database', 'postgres://db/jobs'], 'Usage: npm run move'],
  [['--to-database', 'mysql://db/jobs', '--to-objects', 's3://jobs'], '--database must be the address of a PostgreSQL database'],
  [['--to-database', 'postgres://db/jobs', '--to-objects', '/tmp'], '--objects must be a bucket'],
  [['--from', 'here'], "Unknown option '--from'"],
])('%o is refused in a sentence', async (args, words) => {
  await expect(run(...args)).rejects.toMatchObject({ name: 'SettingError', message: expect.stringContaining(words) })
})
