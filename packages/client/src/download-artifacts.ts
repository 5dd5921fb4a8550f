import type { OperationId } from '@jobs-api/contract'
import { streamOf } from './chunks.ts'
import { nameOf } from './content-headers.ts'
import type { Methods } from './generated/methods.ts'
import { type ByteAnswer, bytesOf, type Download, type Progress, unpacked } from './resuming.ts'
import type { CallOptions } from './types.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The archive of a job, or with `path` one file out of it: of a job by its number, or of the latest of a name on a ref. */
export type ArtifactsOf =
  | { project: number | string; job: number; path?: string; ref?: never }
  | { project: number | string; ref: string; job: string; path?: string }

export interface DownloadOptions {
  /** Ends the download at once, which then rejects with its reason. */
  signal?: AbortSignal | undefined
  /** Is told after each chunk. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** How long nothing may come before the connection counts as cut; 30,000 unless told otherwise. */
  idleTimeoutInMs?: number | undefined
}

export interface Downloaded {
  readonly bytes: number
  /** How the server calls it: a name for a file, never a path. */
  readonly name: string
}

type Downloads = Pick<Methods, 'downloadJobArtifacts' | 'getJobArtifactFile' | 'downloadRefArtifacts' | 'getRefArtifactFile'>

/**
 * Downloads artifacts, and goes on where it was when the connection is cut, up to 10 times in a row without a byte in
 * between. Rejects with a `JobsApiError` of kind `broken_answer` if the file has changed meanwhile or its length is wrong.
 *
 * Without `to` it answers with a stream, which rejects as above while it is read. `to` is a stream, or in Node the name of a
 * file: that is written as `<name>.part` and gets its name when it is complete.
 */
export function downloadArtifacts(
  jobs: Downloads,
  where: ArtifactsOf,
  options: DownloadOptions & { to: WritableStream<Bytes> | string },
): Promise<Downloaded>
export function downloadArtifacts(
  jobs: Downloads,
  where: ArtifactsOf,
  options?: DownloadOptions & { to?: undefined },
): Promise<ReadableStream<Bytes>>
export async function downloadArtifacts(
  jobs: Downloads,
  where: ArtifactsOf,
  { to, signal, idleTimeoutInMs = 30_000, onProgress }: DownloadOptions & { to?: WritableStream<Bytes> | string | undefined } = {},
): Promise<ReadableStream<Bytes> | Downloaded> {
  signal?.throwIfAborted()
  // The calls hear of the caller's signal through this one, so that nothing stays behind on a signal that lives long.
  const own = new AbortController()
  signal?.addEventListener('abort', () => own.abort(signal.reason), { once: true, signal: own.signal })
  let loaded = 0
  const count = (progress: Progress) => {
    loaded = progress.loadedBytes
    onProgress?.(progress)
  }
  const work: Download = { ...source(jobs, where), signal: own.signal, idleTimeoutInMs, onProgress: count }
  try {
    const first = await work.open({ signal: own.signal, headers: unpacked })
    const bytes = bytesOf(work, first)
    const stream = streamOf(
      () => bytes.next(),
      (reason) => own.abort(reason),
    )
    if (to === undefined) return stream
    const pipe = (sink: WritableStream<Bytes>) => stream.pipeTo(sink, signal === undefined ? {} : { signal })
    await (typeof to === 'string' ? intoFile(to, pipe) : pipe(to))
    return { bytes: loaded, name: nameOf(first.response.headers, where.path ?? 'artifacts.zip') }
  } catch (error) {
    own.abort(error)
    throw error
  }
}

function source(jobs: Downloads, where: ArtifactsOf): { operationId: OperationId; open: (options: CallOptions) => Promise<ByteAnswer> } {
  const { project, path } = where
  if (where.ref !== undefined) {
    const { ref, job } = where
    if (path === undefined)
      return {
        operationId: 'downloadRefArtifacts',
        open: (options) => jobs.downloadRefArtifacts(project, ref, { ...options, job }).withResponse(),
      }
    return {
      operationId: 'getRefArtifactFile',
      open: (options) => jobs.getRefArtifactFile(project, ref, path, { ...options, job }).withResponse(),
    }
  }
  const { job } = where
  if (path === undefined)
    return { operationId: 'downloadJobArtifacts', open: (options) => jobs.downloadJobArtifacts(project, job, options).withResponse() }
  return { operationId: 'getJobArtifactFile', open: (options) => jobs.getJobArtifactFile(project, job, path, options).withResponse() }
}

async function intoFile(name: string, pipe: (sink: WritableStream<Bytes>) => Promise<void>): Promise<void> {
  const { open, rename, rm } = await import('node:fs/promises') // only here: browsers have none
  const part = `${name}.part`
  const file = await open(part, 'w')
  try {
    await pipe(new WritableStream({ write: (chunk) => file.writeFile(chunk), close: () => file.sync() })).finally(() => file.close())
    await rename(part, name)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
