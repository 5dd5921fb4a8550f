import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Digest, Progress } from '../backup/manifest.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { MovedFile, MovedFiles } from './moved-files.ts'

/** So many files are under way at once. */
const atOnce = 4

interface Task {
  readonly data: string
  readonly objects: ArtifactStore
  readonly moved: MovedFiles
  /** What should be there, by its path in the data folder, and what it should be; undefined where nobody says. */
  readonly wanted: ReadonlyMap<string, Digest | undefined>
  readonly progress: Progress
}

/** Moves what has not been moved, and removes what is not wanted any more. Returns what is not as it should be: missing, or other bytes. */
export async function moveFiles({ data, objects, moved, wanted, progress }: Task): Promise<string[]> {
  const faults: string[] = []
  const waiting = wanted.entries()
  let done = 0
  const work = async () => {
    for (const [path, expected] of waiting) {
      const fault = await moveFile({ data, objects, moved }, path, expected)
      if (fault !== undefined) faults.push(fault)
      progress({ what: 'logs and artifacts', done: ++done, of: wanted.size })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  for (const { path, key } of moved.all()) {
    if (wanted.has(path)) continue
    if (key !== null) await objects.remove([key])
    await moved.forget(path, jobOf(path))
  }
  return faults
}

async function moveFile({ data, objects, moved }: Pick<Task, 'data' | 'objects' | 'moved'>, path: string, expected: Digest | undefined) {
  const found = await stat(join(data, path)).catch(() => undefined)
  if (found === undefined) return `${path} is missing`
  const file = { path, size: found.size, changedAt: found.mtimeMs, key: keyOf(path, found.size) }
  const before = moved.get(path)
  if (before !== undefined && isSame(before, file)) return undefined
  const sent = file.key === null ? undefined : await send(join(data, path), objects, file.key, file.size)
  if (sent !== undefined && expected !== undefined && (sent.size !== expected.size || sent.sha256 !== expected.sha256)) {
    await objects.remove([file.key ?? ''])
    return `${path} is damaged`
  }
  await moved.keep(file, jobOf(path))
  // A log that has grown has another name now.
  if (before?.key != null && before.key !== file.key) await objects.remove([before.key])
  return undefined
}

/** Reads back what was sent: only what the store gives out again is moved. */
async function send(path: string, objects: ArtifactStore, key: string, size: number): Promise<Digest> {
  const sent = await objects.put(key, size === 0 ? Readable.from([]) : createReadStream(path, { end: size - 1 }))
  const there = await objects.read(key)
  const digest = createHash('sha256')
  if (there !== undefined && there.size > 0) for await (const chunk of there.open(0, there.size)) digest.update(chunk)
  if (there?.size !== sent.size || digest.digest('hex') !== sent.sha256)
    throw new Error(`the object store gives ${key} back other than it was`)
  return sent
}

const isSame = (one: MovedFile, other: MovedFile) => one.size === other.size && one.changedAt === other.changedAt

/** The job of a log. */
function jobOf(path: string): number | undefined {
  const [, id] = /^logs\/\d+\/(\d+)\.log$/.exec(path) ?? []
  return id === undefined ? undefined : Number(id)
}

/** Artifacts keep their key; a log gets that under which logs at rest lie. */
function keyOf(path: string, size: number): string | null {
  const job = jobOf(path)
  if (job === undefined) return path.replace(/^artifacts\//, '')
  return size === 0 ? null : `logs/${Math.floor(job / 1000)}/${job}-${size}.log`
}
