import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { downloadArtifacts, followLog, JobsApiError } from '@jobs-api/client'
import { archiveKey, indexStored } from '../../artifacts/make-artifacts.ts'
import type { ArchiveEntry } from '../../storage/records.ts'
import type { Stores } from '../load-world.ts'
import type { Held } from './remains.ts'
import type { Source } from './source.ts'
import type { Written } from './write-pipeline.ts'

/** What came of a download: the bytes, or why they are not here; both, if something is wrong with them. */
export interface Downloaded {
  readonly held?: Held
  readonly gap?: string
}

type Count = (bytes: number) => void

/** Copies a log as far as it goes by now. Holds a chunk of it in memory. */
export async function downloadLog(source: Source, { logs }: Stores, written: Written, count: Count): Promise<Downloaded> {
  const { there, job } = written
  const digest = createHash('sha256')
  let size = 0
  try {
    // What an attempt that was killed left behind would otherwise stand before it.
    await logs.remove([job.id])
    for await (const chunk of followLog(source.jobs, source.project.id, there, { follow: false, signal: source.signal })) {
      await logs.append(job.id, chunk)
      digest.update(chunk)
      size += chunk.length
      count(chunk.length)
    }
  } catch (error) {
    await logs.remove([job.id])
    return { gap: `log of job ${there}: ${refusal(error).message}` }
  }
  // A log without a byte is one all the same, unless nothing tells of it.
  if (size === 0 && written.artifacts.some(({ fileType }) => fileType === 'trace')) await logs.append(job.id, new Uint8Array())
  return checked(written, 'trace', { size, sha256: digest.digest('hex'), key: null, access: 'public', entries: [] })
}

/** Copies an archive, whole or not at all. */
export async function downloadArchive(source: Source, { archives }: Stores, written: Written, count: Count): Promise<Downloaded> {
  const { there, job } = written
  const { jobs, project, signal } = source
  const key = archiveKey(job.id)
  let loaded = 0
  const onProgress = ({ loadedBytes }: { loadedBytes: number }) => {
    count(loadedBytes - loaded)
    loaded = loadedBytes
  }
  const download = async () => {
    const stream = await downloadArtifacts(jobs, { project: project.id, job: there }, { signal, onProgress })
    return archives.put(key, Readable.from(stream))
  }
  const stored = await download().catch(refusal)
  if (stored instanceof JobsApiError) {
    const gap = `archive of job ${there}: ${stored.message}`
    if (stored.status !== 403) return { gap }
    // What this token may not have there, nobody may have here.
    const size = written.artifacts.find(({ fileType }) => fileType === 'archive')?.size ?? 0
    return { gap, held: { size, sha256: '', key: null, access: 'none', entries: [] } }
  }
  const entries = await indexStored(key, archives).catch((error: unknown) => String(error))
  const held = (contents: readonly ArchiveEntry[]): Held => ({ ...stored, key, access: 'public', entries: contents })
  return typeof entries === 'string'
    ? { held: held([]), gap: `archive of job ${there}: its files cannot be had one by one, since it is no good archive (${entries})` }
    : checked(written, 'archive', held(entries))
}

/** Whatever has another length than the list of artifacts says is kept, and told. */
function checked({ there, artifacts }: Written, fileType: string, held: Held): Downloaded {
  const told = artifacts.find((artifact) => artifact.fileType === fileType)
  if (told === undefined || told.size === held.size) return { held }
  const what = fileType === 'trace' ? 'log' : fileType
  return { held, gap: `${what} of job ${there}: ${held.size} bytes came, where the list of its artifacts speaks of ${told.size}` }
}

/** A refusal, or an answer that is broken however often it is asked for, concerns this job only; whatever else is thrown. */
function refusal(error: unknown): JobsApiError {
  if (!(error instanceof JobsApiError) || ends.has(error.kind)) throw error
  return error
}

const ends: ReadonlySet<string> = new Set(['network', 'timed_out', 'unauthorized', 'rate_limited'])
