import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { isIn } from '@jobs-api/lifecycle'
import { makeArchive } from '../artifacts/archive.ts'
import { indexArchive } from '../artifacts/archive-index.ts'
import type { ArtifactStore } from '../storage/artifact-store.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { ArchiveEntry, Artifact, Instant } from '../storage/records.ts'
import { moment, momentOrNull } from './relative-time.ts'
import type { WorldArtifacts, WorldJob } from './world.ts'

type NewArtifact = { readonly artifact: Omit<Artifact, 'id'>; readonly entries: readonly ArchiveEntry[] }

/** What a job left behind, its bytes stored already, its rows not yet. */
export interface PreparedRemains {
  readonly artifacts: readonly NewArtifact[]
}

interface Where {
  readonly logs: LogStore
  readonly archives: ArtifactStore
}

/** Stores the bytes of a job's log, archive and reports, in the order in which GitLab lists them. */
export async function prepareRemains(job: WorldJob, where: Where, now: Instant): Promise<PreparedRemains> {
  const artifacts: NewArtifact[] = []
  if (job.artifacts?.files !== undefined) artifacts.push(...(await archive(job, job.artifacts, where, now)))
  const log = job.log?.replaceAll('\\e', '\u001b').replaceAll('\\r', '\r')
  if (log !== undefined) {
    const bytes = Buffer.from(log)
    await where.logs.append(job.id, bytes)
    if (isIn('complete', job.status)) artifacts.push(logArtifact(job.id, bytes))
  }
  for (const report of job.artifacts?.reports ?? []) artifacts.push(await reportArtifact(job, report, where, now))
  return { artifacts }
}

/** Compressors differ between machines; without compression a world has the same sizes everywhere. */
const unsqueezed = { level: 0 }

async function archive(job: WorldJob, artifacts: WorldArtifacts, { archives }: Where, now: Instant): Promise<NewArtifact[]> {
  const files = Object.fromEntries(Object.entries(artifacts.files ?? {}).map(([path, content]) => [path, contentOf(content)]))
  const key = keyOf(job, 'archive.zip')
  // A fixed date keeps the bytes of an archive the same whenever the world is loaded.
  const stored = await archives.put(key, makeArchive(files, new Date(Date.UTC(2026, 0, 1))))
  const bytes = await archives.read(key)
  if (bytes === undefined) throw new Error(`the archive of job ${job.id} was not stored`)
  const entries = await indexArchive(bytes)
  const shared = { jobId: job.id, access: artifacts.access, expireAt: momentOrNull(artifacts.expire, now) }
  const row: NewArtifact = {
    artifact: { ...shared, ...stored, fileType: 'archive', fileFormat: 'zip', filename: 'artifacts.zip', key },
    entries,
  }
  if (!artifacts.table_of_contents) return [row]
  const table = gzipSync(JSON.stringify(entries), unsqueezed)
  const metadataKey = keyOf(job, 'metadata.gz')
  const metadata = await archives.put(metadataKey, Readable.from([table]))
  return [
    row,
    {
      artifact: { ...shared, ...metadata, fileType: 'metadata', fileFormat: 'gzip', filename: 'metadata.gz', key: metadataKey },
      entries: [],
    },
  ]
}

const contentOf = (content: string | number): Uint8Array =>
  typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from('The quick brown fox jumps over the lazy dog. '.repeat(Math.ceil(content / 45))).subarray(0, content)

function logArtifact(jobId: number, bytes: Buffer): NewArtifact {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const artifact = {
    jobId,
    fileType: 'trace',
    fileFormat: null,
    filename: 'job.log',
    size: bytes.length,
    sha256,
    key: null,
    access: 'public' as const,
    expireAt: null,
  }
  return { artifact, entries: [] }
}

async function reportArtifact(
  job: WorldJob,
  report: { type: string; filename: string; content: string },
  { archives }: Where,
  now: Instant,
): Promise<NewArtifact> {
  const gzipped = report.filename.endsWith('.gz')
  const bytes = gzipped ? gzipSync(report.content, unsqueezed) : Buffer.from(report.content)
  const key = keyOf(job, report.filename)
  const stored = await archives.put(key, Readable.from([bytes]))
  const expireAt = job.artifacts?.expire === undefined ? null : moment(job.artifacts.expire, now)
  const fileFormat = gzipped ? ('gzip' as const) : ('raw' as const)
  return {
    artifact: {
      jobId: job.id,
      ...stored,
      fileType: report.type,
      fileFormat,
      filename: report.filename,
      key,
      access: job.artifacts?.access ?? 'public',
      expireAt,
    },
    entries: [],
  }
}

const keyOf = (job: WorldJob, name: string) => `${Math.floor(job.id / 1000)}/${job.id}/${name}`
