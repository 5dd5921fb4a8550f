import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { progressTo } from '../backup/commands.ts'
import { openTarget } from '../open-stores.ts'
import { definitions, readSettings, SettingError, variableOf } from '../settings.ts'
import { move } from './move.ts'

interface Edge {
  readonly environment: Readonly<Record<string, string | undefined>>
  say(text: string): void
  complain(text: string): void
}

const usage = `Moves a data folder to a PostgreSQL database and an object store: every row, log and artifact as it is at one moment, each verified by its
SHA-256 after it has arrived. The server may go on working meanwhile, and the data folder stays as it is.

What is interrupted goes on when the same command is given again, and so does what has changed since: move once while the server works, stop it,
and move the rest, which is quick; then start the servers on the new place. From then on nothing can be moved into it.

Usage: npm run move -- --to-database URL --to-objects URL [--data FOLDER]     (installed: jobs-api-server move ...)

  --to-database URL  As ${variableOf('database')}: postgres://user@host/name; a database that nobody has used yet.
  --to-objects URL   As ${variableOf('objects')}: s3://bucket/prefix?endpoint=...
  --data FOLDER      The data folder; also ${variableOf('data')}. [${definitions.data.default}]
`

/** `move`, as the program has it. */
export async function moveCommand(args: readonly string[], edge: Edge): Promise<void> {
  const { help = false, data, 'to-database': database = '', 'to-objects': objects = '' } = parsed(args)
  if (help) return edge.say(usage)
  if (database === '' || objects === '') throw new SettingError(usage.trimEnd())
  const place = readSettings(
    ['--database', database, '--objects', objects, ...(data === undefined ? [] : ['--data', data])],
    edge.environment,
  )
  const target = await openTarget(database, objects)
  try {
    const { rows, files, at } = await move(place.data, target, progressTo(edge))
    const moment = `${at.toISOString().slice(0, 19)}Z`
    edge.say(
      `Moved ${rows} rows, logs and artifacts in ${files} files, all verified, from ${resolve(place.data)} as it was at ${moment}.\n`,
    )
    edge.say(
      'What has changed since is not in it: stop the server and give the same command again, then start the servers on the new place.\n',
    )
  } finally {
    await target.close()
  }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { 'to-database': text, 'to-objects': text, data: text, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new SettingError(`${error instanceof Error ? error.message : error}\n\n${usage.trimEnd()}`)
  }
}
