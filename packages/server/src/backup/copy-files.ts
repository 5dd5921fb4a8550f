import { join } from 'node:path'
import { type BackedUp, type Digest, digestOf, type Progress } from './manifest.ts'
import type { Expected } from './snapshot.ts'

interface Task {
  readonly data: string
  readonly folder: string
  /** What should be copied, and what it should be; undefined where nobody says. */
  readonly wanted: ReadonlyMap<string, Expected | undefined>
  /** What has been copied already; grows. */
  readonly copied: Map<string, BackedUp>
  readonly progress: Progress
}

/** Copies what is not copied yet. Returns what is not as it should be: missing, or other bytes. */
export async function copyFiles({ data, folder, wanted, copied, progress }: Task): Promise<string[]> {
  const faults: string[] = []
  let done = 0
  for (const [path, expected] of wanted) {
    progress({ what: 'copying logs and artifacts', done: done++, of: wanted.size })
    const known = copied.get(path)
    if (known !== undefined && expected !== undefined && isSame(known, expected)) continue
    const found = await digestOf(join(data, path), join(folder, path)).catch(ifMissing)
    if (found === undefined) copied.delete(path)
    else copied.set(path, { path, ...found })
    if (found === undefined) faults.push(`${path} is missing`)
    else if (expected !== undefined && !isSame(found, expected)) faults.push(`${path} is damaged`)
  }
  return faults
}

const isSame = (one: Digest, other: Digest) => one.size === other.size && one.sha256 === other.sha256

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
