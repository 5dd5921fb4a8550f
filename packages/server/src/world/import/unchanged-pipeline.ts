import type { JobReader } from '../../storage/job-store.ts'
import type { Place } from './job-of-source.ts'
import type { Ledger } from './ledger.ts'
import type { Wishes } from './remains.ts'
import type { Shown, ShownPipeline } from './shown.ts'
import type { FoundPipeline } from './walk.ts'
import type { WholePipeline } from './whole-pipeline.ts'

/** How a pipeline was when it was copied as a whole, and with what. */
interface Whole extends Wishes {
  readonly status: string
  readonly updated_at: string
}

const about = (ledger: Ledger, id: number) => ledger.about(`whole ${id}`)

/** To be noted once nothing is missing of a pipeline in which nothing goes on any more. */
export function wholeNote(
  ledger: Ledger,
  { id, status, updated_at }: ShownPipeline,
  { logs, artifacts }: Wishes,
): [string, string] | undefined {
  if (updated_at == null) return undefined
  const whole: Whole = { status, updated_at, logs, artifacts }
  return [about(ledger, id), JSON.stringify(whole)]
}

/**
 * A pipeline that was copied as a whole and has not changed, with those of its jobs that were found: they may have lost their
 * artifacts since, and nothing else can have happened. Undefined if it has to be read.
 */
export async function unchangedPipeline(
  reader: JobReader,
  ledger: Ledger,
  { pipeline, jobs }: FoundPipeline,
  wishes: Wishes,
): Promise<WholePipeline | undefined> {
  const note = await reader.note(about(ledger, pipeline.id))
  const whole: Whole | undefined = note === undefined ? undefined : JSON.parse(note)
  if (whole === undefined || whole.status !== pipeline.status || whole.updated_at !== pipeline.updated_at) return undefined
  if ((wishes.logs && !whole.logs) || (wishes.artifacts && !whole.artifacts)) return undefined
  const known: (Shown & Place)[] = []
  for (const job of jobs) {
    const here = await ledger.here(reader, 'job', job.id)
    const before = here === undefined ? undefined : await reader.job(here)
    if (before === undefined) return undefined
    known.push({ kind: 'build', job, stageIndex: before.stageIndex, retried: before.retried })
  }
  return { pipeline, jobs: known, shownAt: Date.now() }
}
