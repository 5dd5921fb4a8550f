import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { definitions, SettingError, variableOf } from '../settings.ts'
import { backUp } from './backup.ts'
import type { Manifest, Progress } from './manifest.ts'
import { restore } from './restore.ts'

interface Edge {
  readonly environment: Readonly<Record<string, string | undefined>>
  say(text: string): void
  complain(text: string): void
}

const folderHelp = `  --data FOLDER  The data folder; also ${variableOf('data')}. [${definitions.data.default}]`

const backupHelp = `Backs up a data folder: database, logs and artifacts, and a manifest with the size and the SHA-256 of each file.
The server may go on working meanwhile.

Usage: npm run backup -- TARGET [--data FOLDER]     (installed: jobs-api-server backup TARGET [--data FOLDER])

  TARGET         A folder that is not there yet, or is empty.
${folderHelp}
`

const restoreHelp = `Restores what was backed up. Every byte is verified before the data folder is touched; then all of it changes, or nothing.
No server may use the data folder meanwhile.

Usage: npm run restore -- SOURCE [--data FOLDER] [--force]     (installed: jobs-api-server restore SOURCE ...)

  SOURCE         A folder that was made by \`backup\`.
${folderHelp}
  --force        Replace a data folder that is not empty.
`

/** What the program can do beside serving, by the word that comes first. */
export const commands: Readonly<Record<string, (args: readonly string[], edge: Edge) => Promise<void>>> = {
  backup: async (args, edge) => {
    const { folder, data, help } = read(args, edge, backupHelp)
    if (help) return edge.say(backupHelp)
    const manifest = await backUp(data, folder, progressTo(edge))
    edge.say(`Backed up ${sizeOf(manifest)} from ${resolve(data)} to ${resolve(folder)}.\n`)
  },
  restore: async (args, edge) => {
    const { folder, data, help, force } = read(args, edge, restoreHelp)
    if (help) return edge.say(restoreHelp)
    const manifest = await restore(folder, data, { force, progress: progressTo(edge) })
    edge.say(`Restored ${sizeOf(manifest)} from ${resolve(folder)} to ${resolve(data)}.\n`)
  },
}

function read(args: readonly string[], { environment }: Edge, usage: string) {
  const { values, positionals } = parsed(args, usage)
  const { help = false, force = false } = values
  const [folder = '', ...others] = positionals
  if (!help && (folder === '' || others.length > 0 || (force && usage === backupHelp))) throw new SettingError(usage.trimEnd())
  return { folder, help, force, data: values.data ?? environment[variableOf('data')] ?? definitions.data.default }
}

function parsed(args: readonly string[], usage: string) {
  const options = { data: { type: 'string' }, force: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new SettingError(`${error instanceof Error ? error.message : error}\n\n${usage.trimEnd()}`)
  }
}

/** Says at most once a second how far it is, and nothing if it does not take that long. */
export function progressTo({ complain }: Pick<Edge, 'complain'>): Progress {
  let last = Date.now()
  return ({ what, done, of }) => {
    if (Date.now() - last < 1000) return
    last = Date.now()
    complain(`${what}: ${done} of ${of}\n`)
  }
}

function sizeOf({ files }: Manifest): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return `${files.length} ${files.length === 1 ? 'file' : 'files'} (${(bytes / 2 ** 20).toFixed(1)} MiB)`
}
