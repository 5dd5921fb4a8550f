import { isDeepStrictEqual } from 'node:util'
import type { NewArtifact } from '../../artifacts/make-artifacts.ts'
import type { removeArtifacts } from '../../operations/remove-artifacts.ts'
import type { JobReader, JobWriter } from '../../storage/job-store.ts'
import type { ArchiveEntry, Artifact } from '../../storage/records.ts'
import type { ToldArtifact } from './job-of-source.ts'
import type { Ledger } from './ledger.ts'
import type { Written } from './write-pipeline.ts'

export interface Wishes {
  readonly logs: boolean
  readonly artifacts: boolean
}

/** What of a job has to be downloaded. */
export interface Missing {
  readonly log: boolean
  readonly archive: boolean
}

/** What is known of the bytes of an artifact. */
export type Held = Pick<Artifact, 'size' | 'sha256' | 'key' | 'access'> & { readonly entries: readonly ArchiveEntry[] }
/** By the type of the artifact. */
export type Fetched = ReadonlyMap<string, Held>

/** What is wanted of a job and not here, or not as it is in the source. */
export async function missingOf(reader: JobReader, ledger: Ledger, { job, artifacts }: Written, wishes: Wishes): Promise<Missing> {
  const had = await reader.artifacts(job.id)
  const lacks = (told: ToldArtifact | undefined) => told !== undefined && held(told, had) === undefined
  const trace = artifacts.find(({ fileType }) => fileType === 'trace')
  const mayHaveLog = job.kind === 'build' && job.startedAt !== null && job.erasedAt === null
  const isNoArtifactYet = trace === undefined && mayHaveLog && (await reader.note(logNote(ledger, job.id))) !== String(job.finishedAt)
  return {
    log: wishes.logs && (isNoArtifactYet || lacks(trace)),
    archive: wishes.artifacts && lacks(artifacts.find(({ fileType }) => fileType === 'archive')),
  }
}

/** A log that is no artifact, since its job is under way or its server is old: noted with the end of the job once it is copied. */
export const logNote = (ledger: Ledger, jobId: number) => ledger.about(`log ${jobId}`)

const rowOf = ({ fileType, filename }: ToldArtifact, had: readonly Artifact[]) =>
  had.find((row) => row.fileType === fileType && row.filename === filename)

/** The row of an artifact that has its bytes here, if it is still the same artifact. */
function held(told: ToldArtifact, had: readonly Artifact[]): Artifact | undefined {
  const row = rowOf(told, had)
  return row !== undefined && row.size === told.size && row.sha256 !== '' ? row : undefined
}

/**
 * Brings the rows of a job's artifacts to what the source shows, in its order, and lets go of bytes that it does not show any
 * more. The rows keep their numbers if nothing has changed.
 */
export async function writeRows(
  writer: JobWriter,
  { job, artifacts }: Written,
  fetched: Fetched,
  removal: ReturnType<typeof removeArtifacts>,
): Promise<void> {
  const had = await writer.artifacts(job.id)
  const wanted: NewArtifact[] = []
  for (const told of artifacts) {
    const { entries, ...bytes } = fetched.get(told.fileType) ?? (await kept(writer, told, had))
    wanted.push({ artifact: { ...told, jobId: job.id, ...bytes }, entries })
  }
  if (
    isDeepStrictEqual(
      had.map(withoutId),
      wanted.map(({ artifact }) => artifact),
    )
  )
    return
  const keys = new Set(wanted.map(({ artifact }) => artifact.key))
  const gone = had.filter(({ key }) => key !== null && !keys.has(key))
  await removal.rows(writer, gone)
  await writer.removeArtifacts(had.filter((row) => !gone.includes(row)).map(({ id }) => id))
  for (const { artifact, entries } of wanted) await writer.addArtifact(artifact, entries)
  const isLogged = (rows: readonly Pick<Artifact, 'fileType'>[]) => rows.some(({ fileType }) => fileType === 'trace')
  if (isLogged(had) && !isLogged(artifacts)) await removal.log(writer, job.id)
}

const withoutId = ({ id: _, ...row }: Artifact): Omit<Artifact, 'id'> => row

/** As it is here; what is not here was never downloaded, or could not be. */
async function kept(reader: JobReader, told: ToldArtifact, had: readonly Artifact[]): Promise<Held> {
  const row = held(told, had)
  if (row === undefined) return { size: told.size, sha256: '', key: null, access: rowOf(told, had)?.access ?? 'public', entries: [] }
  const { id, size, sha256, key, access, fileType } = row
  const whole = { artifactId: id, directory: '', recursive: true }
  const entries = fileType === 'archive' ? await reader.entries(whole, { limit: Number.MAX_SAFE_INTEGER, offset: 0 }) : []
  return { size, sha256, key, access, entries }
}
