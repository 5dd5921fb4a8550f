import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SettingError } from '../settings.ts'

/** What a backup says of itself: with it, a damaged file is found before it does harm. */
export interface Manifest {
  readonly format: 1
  readonly createdAt: string
  readonly files: readonly BackedUp[]
}

export interface BackedUp extends Digest {
  /** Below the folder, with slashes. */
  readonly path: string
}

export interface Digest {
  readonly size: number
  /** Hexadecimal. */
  readonly sha256: string
}

export const manifestName = 'manifest.json'
export const databaseName = 'jobs.sqlite'

/** Told what is being done, and how many of how many files are done. */
export type Progress = (step: { what: string; done: number; of: number }) => void

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new SettingError(`${folder} is no backup: it has no ${manifestName}.`)
  })
  try {
    const manifest = JSON.parse(text) as Manifest
    if (manifest.format === 1 && manifest.files.every(isOurs) && manifest.files.some(({ path }) => path === databaseName)) return manifest
  } catch {
    // Said below.
  }
  throw new SettingError(`The backup ${folder} is damaged: its ${manifestName} cannot be understood.`)
}

/** Whether a line of a manifest names something that may lie in a data folder, and nothing outside of it. */
function isOurs({ path, size, sha256 }: BackedUp): boolean {
  const isInside = path === databaseName || (/^(artifacts|logs)\//.test(path) && !path.split('/').includes('..') && !path.includes('\\'))
  return isInside && Number.isSafeInteger(size) && /^[0-9a-f]{64}$/.test(sha256)
}

/** Reads a file to its end. With `to`, writes it there on the way. */
export async function digestOf(from: string, to?: string): Promise<Digest> {
  const digest = createHash('sha256')
  let size = 0
  const measured = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      digest.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  if (to !== undefined) await mkdir(dirname(to), { recursive: true })
  const end = to === undefined ? new Writable({ write: (_chunk, _encoding, done) => done() }) : createWriteStream(to, { flush: true })
  await pipeline(createReadStream(from, { highWaterMark: 512 * 1024 }), measured, end)
  return { size, sha256: digest.digest('hex') }
}

/** All files below a part of a folder, by their paths in the folder, with slashes. */
export async function filesBelow(folder: string, part: string): Promise<string[]> {
  const found = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = found.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
}
