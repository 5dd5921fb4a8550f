import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SettingError } from '../settings.ts'
import { copyFiles } from './copy-files.ts'
import { type BackedUp, databaseName, digestOf, filesBelow, type Manifest, manifestName, type Progress } from './manifest.ts'
import { copyDatabase, type Expected, spokenOf } from './snapshot.ts'

/** How often another moment is taken because something that the last one speaks of was removed meanwhile. */
const attempts = 20

/**
 * Copies a data folder while a server may be writing into it. The target is there once everything is in it, or not at all.
 * What cannot be done is said by a `SettingError`.
 */
export async function backUp(data: string, target: string, progress: Progress): Promise<Manifest> {
  if (!existsSync(join(data, databaseName))) throw new SettingError(`There is nothing to back up: ${data} has no ${databaseName}.`)
  await assertFree(target)
  const unfinished = `${resolve(target)}.unfinished-${randomUUID()}`
  try {
    await mkdir(unfinished, { recursive: true })
    const files = await copyAll(data, unfinished, progress)
    const manifest: Manifest = { format: 1, createdAt: new Date().toISOString(), files }
    await writeFile(join(unfinished, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true })
    if (existsSync(target)) await rmdir(target)
    await rename(unfinished, target)
    return manifest
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function assertFree(target: string): Promise<void> {
  const there = existsSync(target) ? await readdir(target).catch(() => ['a file']) : []
  if (there.length > 0) throw new SettingError(`${target} is there already. Name a folder that is not there yet, or is empty.`)
}

/**
 * The database first, as it is at one moment, then the files that it speaks of. If one of them has been removed since, that
 * moment cannot be had any more, and a later one is taken; what is copied already is not copied again.
 */
async function copyAll(data: string, folder: string, progress: Progress): Promise<BackedUp[]> {
  const copied = new Map<string, BackedUp>()
  let faults: string[] = []
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // The log of a job under way is not spoken of. Those of before the moment count, since they were there at it.
    const logs = await filesBelow(data, 'logs')
    progress({ what: 'copying the database', done: 0, of: 1 })
    await copyDatabase(join(data, databaseName), join(folder, databaseName))
    const wanted = new Map<string, Expected | undefined>([...logs, ...(await filesBelow(data, 'logs'))].map((path) => [path, undefined]))
    for (const [path, expected] of spokenOf(join(folder, databaseName))) wanted.set(path, expected)
    faults = await copyFiles({ data, folder, wanted, copied, progress })
    if (faults.length > 0) continue
    const database = { path: databaseName, ...(await digestOf(join(folder, databaseName))) }
    return [database, ...(await onlyWanted(folder, wanted, copied))]
  }
  throw new SettingError(`The data folder ${data} cannot be backed up: ${faults.join('; ')}.`)
}

/** Earlier moments may have spoken of more. */
async function onlyWanted(
  folder: string,
  wanted: ReadonlyMap<string, unknown>,
  copied: ReadonlyMap<string, BackedUp>,
): Promise<BackedUp[]> {
  const files = [...copied.values()]
  for (const { path } of files) if (!wanted.has(path)) await rm(join(folder, path))
  return files.filter(({ path }) => wanted.has(path))
}
