import { removeArtifacts } from '../../operations/remove-artifacts.ts'
import type { JobWriter } from '../../storage/job-store.ts'
import { downloadArchive, downloadLog } from './download.ts'
import { type Held, logNote, type Missing, writeRows } from './remains.ts'
import { keep, type Work } from './work.ts'
import type { Written } from './write-pipeline.ts'

type Change = (writer: JobWriter) => Promise<void>
type Copied = readonly [written: Written, fetched: ReadonlyMap<string, Held>]

/**
 * Copies the logs and the archives of the jobs of a pipeline: first the bytes, then the rows that speak of them, job by job, so
 * that nothing is downloaded twice. `last` is told what could not be had, and gives back what is written at the end.
 */
export async function copyRemains(
  work: Work,
  jobs: readonly (readonly [Written, Missing])[],
  last: (gaps: readonly string[]) => Change,
): Promise<void> {
  const gaps: string[] = []
  const others: Copied[] = []
  for (const [written, missing] of jobs) {
    const [fetched, said] = await download(work, written, missing)
    gaps.push(...said)
    if (fetched.size === 0) others.push([written, fetched])
    else await write(work, [[written, fetched]], (writer) => work.pass.saveIn(writer))
  }
  await write(work, others, last(gaps))
}

async function download(work: Work, written: Written, missing: Missing): Promise<[Map<string, Held>, string[]]> {
  const { pass, onGap } = work
  const log = missing.log ? await downloadLog(work, written) : {}
  const archive = missing.archive ? await downloadArchive(work, written) : {}
  const fetched = new Map<string, Held>()
  if (log.held !== undefined) fetched.set('trace', log.held)
  if (archive.held !== undefined) fetched.set('archive', archive.held)
  pass.count(fetched)
  const gaps = [log.gap, archive.gap].filter((gap) => gap !== undefined)
  for (const gap of gaps) onGap(gap)
  return [fetched, gaps]
}

async function write({ stores, ledger }: Work, copied: readonly Copied[], also: Change): Promise<void> {
  const removal = await keep(stores, async (writer) => {
    const removed = removeArtifacts(stores)
    for (const [written, fetched] of copied) {
      const { job } = written
      await writeRows(writer, written, fetched, removed)
      if (fetched.has('trace') && job.finishedAt !== null) await writer.saveNote(logNote(ledger, job.id), String(job.finishedAt))
    }
    await also(writer)
    return removed
  })
  await removal.files()
}
