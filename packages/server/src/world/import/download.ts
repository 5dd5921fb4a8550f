import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { downloadArtifacts, followLog, JobsApiError } from '@jobs-api/client'
import { archiveKey, indexStored } from '../../artifacts/make-artifacts.ts'
import type { ArchiveEntry } from '../../storage/records.ts'
import type { Held } from './remains.ts'
import type { Work } from './work.ts'
import type { Written } from './write-pipeline.ts'

/** What came of a download: the bytes, or why they are not here; both, if something is wrong with them. */
export interface Downloaded {
  readonly held?: Held
  readonly gap?: string
}

/** Copies a log as far as it goes by now. Holds a chunk of it in memory. */
export async function downloadLog({ source, stores: { logs }, tolerance, onBytes }: Work, written: Written): Promise<Downloaded> {
  const { there, job } = written
  const digest = createHash('sha256')
  let size = 0
  // What was here before stays until the first byte comes.
  const begin = () => logs.remove([job.id])
  try {
    for await (const chunk of followLog(source.jobs, source.project.id, there, { follow: false, signal: source.signal })) {
      if (size === 0) await begin()
      await logs.append(job.id, chunk)
      digest.update(chunk)
      size += chunk.length
      onBytes(chunk.length)
    }
  } catch (error) {
    if (size > 0) await logs.remove([job.id])
    return { gap: `log of job ${there}: ${tolerance.accept(error).message}` }
  }
  tolerance.relax()
  if (size === 0) await begin()
  // A log without a byte is one all the same, unless nothing tells of it.
  if (size === 0 && written.artifacts.some(({ fileType }) => fileType === 'trace')) await logs.append(job.id, new Uint8Array())
  return checked(written, 'trace', { size, sha256: digest.digest('hex'), key: null, access: 'public', entries: [] })
}

/** Copies an archive, whole or not at all. */
export async function downloadArchive({ source, stores: { archives }, tolerance, onBytes }: Work, written: Written): Promise<Downloaded> {
  const { there, job } = written
  const { jobs, project, signal } = source
  const key = archiveKey(job.id)
  let loaded = 0
  const onProgress = ({ loadedBytes }: { loadedBytes: number }) => {
    onBytes(loadedBytes - loaded)
    loaded = loadedBytes
  }
  const download = async () => {
    const stream = await downloadArtifacts(jobs, { project: project.id, job: there }, { signal, onProgress })
    return archives.put(key, Readable.from(stream))
  }
  const stored = await download().catch((error: unknown) => tolerance.accept(error))
  if (stored instanceof JobsApiError) {
    const gap = `archive of job ${there}: ${stored.message}`
    if (stored.status !== 403) return { gap }
    // What this token may not have there, nobody may have here.
    const size = written.artifacts.find(({ fileType }) => fileType === 'archive')?.size ?? 0
    return { gap, held: { size, sha256: '', key: null, access: 'none', entries: [] } }
  }
  tolerance.relax()
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
