import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from './client-program.ts'
import { Examiner } from './examiner.ts'
import type { Judgement, Row } from './row.ts'

export interface Finding extends Judgement {
  readonly row: Row
}

export interface Examination {
  readonly command: Command
  readonly rows: readonly Row[]
  /** How long whoever waits is told to wait. */
  readonly pauseInSeconds: number
  readonly largeInMiB: number
  /** How many rows are tried at the same time, each with a program of its own. */
  readonly atOnce: number
  readonly onFinding?: (finding: Finding) => void
}

/** Tries a client with each row; the findings come in the order of the rows. */
export async function examine({ rows, atOnce, onFinding, ...how }: Examination): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-scorecard-'))
  const clear = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', clear) // for whoever is stopped by a signal
  const findings = new Map<Row, Finding>()
  const left = [...rows]
  const work = async () => {
    const examiner = new Examiner({ ...how, folder: await mkdtemp(join(folder, 'files-')) })
    try {
      for (let row = left.shift(); row !== undefined; row = left.shift()) {
        const finding = { row, ...(await examiner.judge(row)) }
        findings.set(row, finding)
        onFinding?.(finding)
      }
    } finally {
      examiner.stop()
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    clear()
    process.off('exit', clear)
  }
  return rows.flatMap((row) => findings.get(row) ?? [])
}
