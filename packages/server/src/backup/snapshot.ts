import { backup, DatabaseSync } from 'node:sqlite'
import type { Artifact } from '../storage/records.ts'
import type { Digest } from './manifest.ts'

/** What the database says of a file. */
export type Expected = Digest

/** More pages than a database can have: copied in one step, no writer can make it begin again. */
const inOneStep = 2 ** 31 - 1

/** Copies a database as it is at one moment; whoever has it open goes on reading and writing. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 })
  try {
    await backup(source, to, { rate: inOneStep })
  } finally {
    source.close()
  }
  // As one file, which whoever only reads it leaves alone.
  const copy = new DatabaseSync(to)
  copy.exec('pragma journal_mode = delete')
  copy.close()
}

/** The files that a database speaks of, with what they should be. */
export function spokenOf(path: string): Map<string, Expected> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const rows = database.prepare(`select data from artifacts where data ->> '$.sha256' <> ''`).iterate()
    return new Map(rows.map(({ data }) => fileOf(JSON.parse(String(data)) as Artifact)))
  } finally {
    database.close()
  }
}

/** An artifact without a key is a log; those lie a thousand to a folder. */
function fileOf({ jobId, key, size, sha256 }: Artifact): [string, Expected] {
  return [key === null ? `logs/${Math.floor(jobId / 1000)}/${jobId}.log` : `artifacts/${key}`, { size, sha256 }]
}
