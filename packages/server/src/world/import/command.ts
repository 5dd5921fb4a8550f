import { resolve } from 'node:path'
import { JobsApiError } from '@jobs-api/client'
import { closeStores, openStores } from '../../open-stores.ts'
import { SettingError } from '../../settings.ts'
import { estimate } from './dry-run.ts'
import { type ImportFlags, importHelp, readFlags } from './flags.ts'
import { importProject, PathTaken } from './import-project.ts'
import { NeighbourError } from './neighbours.ts'
import { onlyImport } from './only-import.ts'
import { countsLine, progressTo, summary } from './report.ts'
import { openSource } from './source.ts'

interface Edge {
  readonly environment: Readonly<Record<string, string | undefined>>
  say(text: string): void
  complain(text: string): void
  /** Aborted when somebody wants the program to end. */
  interrupted(): AbortSignal
  /** Tells how it ended, where it did not fail. */
  exitWith(code: number): void
}

/** `import`: see its help. What cannot be done is said by a `SettingError`. */
export async function importCommand(args: readonly string[], edge: Edge): Promise<void> {
  const flags = readFlags(args, edge.environment)
  if (flags === undefined) return edge.say(importHelp)
  const signal = edge.interrupted()
  try {
    const complete = await run(flags, edge, signal)
    if (!complete) edge.exitWith(3)
  } catch (error) {
    if (!signal.aborted) throw new SettingError(explained(error, flags), { cause: error })
    edge.complain('Stopped. The same command goes on from here.\n')
    edge.exitWith(130)
  }
}

/** Returns whether everything that was asked for is here. */
async function run(flags: ImportFlags, { say, complain }: Edge, signal: AbortSignal): Promise<boolean> {
  const { from, project, token, since, logs, artifacts, newToken, data, database, objects } = flags
  const source = await openSource({ url: from, project, token, signal, onWait: (reason) => complain(`waiting: ${reason}\n`) })
  if (flags.dryRun) {
    say(
      `${source.project.path_with_namespace} has ${countsLine(await estimate(source, since))}; trigger jobs are not counted. Nothing was copied.\n`,
    )
    return true
  }
  const stores = await openStores({ data, database, objects, reset: false })
  const release = await onlyImport(stores.folder)
  try {
    const progress = progressTo(complain)
    const imported = await importProject(source, stores, {
      ...{ since, logs, artifacts, newToken, ...progress },
      onGap: (gap) => complain(`could not be read: ${gap}\n`),
      onBegin: (state, { isResumed, shift }) => {
        progress.onBegin(state)
        const doing = isResumed ? `Going on with the import that began at ${state.begun}:` : 'Importing'
        complain(`${doing} ${source.project.path_with_namespace} into ${resolve(data)}\n`)
        if (shift > 0)
          complain(`There is something else in that folder, so ${shift} is added to all numbers: job 7 there is ${shift + 7} here.\n`)
      },
    })
    complain(`${countsLine(imported.state.counts)}\n`)
    say(summary(imported, flags))
    return imported.state.gapCount === 0
  } finally {
    await closeStores(stores)
    release()
  }
}

/** What went wrong, and what to do about it. */
function explained(error: unknown, { from, project, tokenVariable }: ImportFlags): string {
  if (error instanceof SettingError) return error.message
  if (error instanceof PathTaken)
    return `${error.message} Choose another folder with --data; if it is the same server, call it by the address of then.`
  const again = 'The same command goes on from where it stopped.'
  if (!(error instanceof NeighbourError) && !(error instanceof JobsApiError))
    return `${error instanceof Error ? (error.stack ?? error.message) : error}\n${again}`
  const token =
    tokenVariable === undefined
      ? 'Name a token with --token-env.'
      : `Is the token in ${tokenVariable} still good, and may it read the API (scope read_api)?`
  if (error instanceof NeighbourError && error.status === 404) return `${from} shows no project ${project}. Check --project. ${token}`
  if (error.status === 401 || error.status === 403) return `${error.message}. ${token} ${again}`
  return error.status === undefined ? `${error.message}. Check --from, and the network. ${again}` : `${error.message}. ${again}`
}
