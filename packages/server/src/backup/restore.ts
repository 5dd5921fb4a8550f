import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SettingError } from '../settings.ts'
import { assertKnown } from '../storage/sqlite/migrations.ts'
import { databaseName, digestOf, type Manifest, type Progress, readManifest } from './manifest.ts'

/** What a server puts into its data folder. */
const ours: readonly string[] = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, 'logs', 'artifacts']

/**
 * Puts a backup in the place of a data folder: everything or nothing. Every byte is compared with the manifest while it is
 * copied, beside the data folder, which is only touched when all are right. What cannot be done is said by a `SettingError`.
 */
export async function restore(
  source: string,
  data: string,
  { force, progress }: { force: boolean; progress: Progress },
): Promise<Manifest> {
  const manifest = await readManifest(source)
  await assertReplaceable(data, force)
  const beside = (name: string) => `${resolve(data)}.${name}-${randomUUID()}`
  const [restored, replaced] = [beside('restored'), beside('replaced')]
  try {
    await mkdir(dirname(restored), { recursive: true })
    await copyVerified(source, manifest, restored, progress)
    assertVersion(join(restored, databaseName))
    assertUnused(join(data, databaseName))
    await swap(resolve(data), restored, replaced)
    return manifest
  } finally {
    await rm(restored, { recursive: true, force: true })
    await rm(replaced, { recursive: true, force: true })
  }
}

async function assertReplaceable(data: string, force: boolean): Promise<void> {
  if (!existsSync(data)) return
  const there = await readdir(data).catch(() => {
    throw new SettingError(`${data} is not a folder.`)
  })
  const foreign = there.filter((name) => !ours.includes(name))
  if (foreign.length > 0)
    throw new SettingError(`${data} holds what no server put there (${foreign.slice(0, 3).join(', ')}): restore into a folder of its own.`)
  if (there.length > 0 && !force)
    throw new SettingError(`${data} is not empty. Add --force to replace what is in it, or choose another folder with --data.`)
}

async function copyVerified(source: string, { files }: Manifest, target: string, progress: Progress): Promise<void> {
  const damaged: string[] = []
  for (const [done, { path, size, sha256 }] of files.entries()) {
    progress({ what: 'verifying and copying', done, of: files.length })
    const found = await digestOf(join(source, path), join(target, path)).catch((error: Error) => error)
    if (found instanceof Error) damaged.push(`${path} cannot be read (${found.message})`)
    else if (found.size !== size) damaged.push(`${path} has ${found.size} bytes in place of ${size}`)
    else if (found.sha256 !== sha256) damaged.push(`${path} has other bytes than were backed up`)
  }
  if (damaged.length > 0) throw new SettingError(`The backup ${source} is damaged, and nothing was restored: ${damaged.join('; ')}.`)
}

function assertVersion(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    assertKnown(database)
  } catch (error) {
    throw new SettingError(`The backup cannot be restored: ${error instanceof Error ? error.message : error}.`)
  } finally {
    database.close()
  }
}

/** A server that has the old database open would go on writing into files that are gone. */
function assertUnused(path: string): void {
  if (!existsSync(path)) return
  const database = new DatabaseSync(path)
  try {
    // Leaving this mode needs the file for oneself alone. A file that is no database is used by nobody.
    database.exec('pragma journal_mode = delete')
  } catch (error) {
    if (/locked|busy/.test(String(error))) throw new SettingError(`A server has ${path} open. Stop it first.`)
  } finally {
    database.close()
  }
}

/** The old one goes only when the new one has its place, and comes back if that fails. */
async function swap(data: string, restored: string, replaced: string): Promise<void> {
  if (!existsSync(data)) return rename(restored, data)
  await rename(data, replaced)
  await rename(restored, data).catch(async (accident: unknown) => {
    await rename(replaced, data)
    throw accident
  })
}
