import { isIn } from '@jobs-api/lifecycle'
import { bytesOf, logArtifact, type NewArtifact, putArchive, putReport } from '../artifacts/make-artifacts.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { Instant } from '../storage/records.ts'
import { generatedLog } from './generated-log.ts'
import { momentOrNull } from './relative-time.ts'
import type { WorldJob } from './world.ts'

/** What a job left behind, its bytes stored already, its rows not yet. */
export interface PreparedRemains {
  readonly artifacts: readonly NewArtifact[]
}

interface Where {
  readonly logs: LogStore
  readonly archives: ArtifactStore
}

/** A fixed date keeps the bytes of an archive the same whenever the world is loaded. */
const changedAt = new Date(Date.UTC(2026, 0, 1))

/** Stores the bytes of a job's log, archive and reports, in the order in which GitLab lists them. */
export async function prepareRemains(job: WorldJob, { logs, archives }: Where, now: Instant): Promise<PreparedRemains> {
  const { files, reports = [], access = 'public', table_of_contents: tableOfContents = true, expire } = job.artifacts ?? {}
  const terms = { jobId: job.id, access, expireAt: momentOrNull(expire, now) }
  const artifacts: NewArtifact[] = []
  if (files !== undefined) artifacts.push(...(await putArchive(terms, { files, tableOfContents, changedAt }, archives)))
  if (job.log !== undefined) {
    const bytes = logOf(job.log)
    // What an attempt that was killed left behind would otherwise stand in the log twice.
    await logs.remove([job.id])
    await logs.append(job.id, bytes)
    if (isIn('complete', job.status)) artifacts.push(logArtifact(job.id, bytes))
  }
  for (const report of reports) artifacts.push(await putReport(terms, report, archives))
  return { artifacts }
}

function logOf(log: NonNullable<WorldJob['log']>): Buffer {
  if (typeof log === 'string') return Buffer.from(log.replaceAll('\\e', '\u001b').replaceAll('\\r', '\r'))
  return 'generated' in log ? generatedLog(log.generated) : bytesOf(log)
}
