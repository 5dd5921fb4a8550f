import { hash } from 'node:crypto'
import { entryBytes } from '../artifacts/archive.ts'
import type { Download } from '../storage/artifact-store.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { ArchiveEntry, Artifact } from '../storage/records.ts'
import type { Desk } from './operation.ts'
import { refuse } from './refusals.ts'

/** The whole archive as a download, from us or from where it lies. Whether it has expired does not matter while it is there. Fact `artifacts-archive-expired`. */
export async function sendArchive(desk: Desk, archive: Artifact | undefined) {
  const { archives, link } = desk
  if (link !== undefined && archive?.key != null) return redirect(await link(archive.key, asDownload(desk, archive)))
  const bytes = archive?.key == null ? undefined : await archives.read(archive.key)
  if (archive === undefined || bytes === undefined) return refuse('archive_not_found')
  const headers = {
    'Content-Disposition': attachment(archive.filename),
    'Content-Transfer-Encoding': 'binary',
    'Accept-Ranges': 'bytes',
    ETag: `"${archive.sha256}"`,
  }
  return { status: 200 as const, type: 'application/octet-stream' as const, body: bytes, headers }
}

const asDownload = ({ isHead, now }: Desk, { filename }: Artifact): Download => ({
  method: isHead ? 'HEAD' : 'GET',
  type: 'application/octet-stream',
  disposition: attachment(filename),
  at: now,
})

/** Decision 0023. */
function redirect(address: string) {
  const body = `This resource has been moved temporarily to ${address}.`
  return { status: 302 as const, type: 'text/plain' as const, headers: { Location: address }, body }
}

/** A file of an archive: where it lies is known, and nothing of it is read yet. */
export interface FoundEntry {
  readonly archive: Artifact & { readonly key: string }
  readonly entry: ArchiveEntry
}

export const isEntry = <Refusal extends { status: number }>(found: FoundEntry | Refusal): found is FoundEntry => 'entry' in found

/** Finds a file in an archive, or the refusal that says why there is none. */
export async function findEntry(reader: JobReader, archive: Artifact | undefined, path: string) {
  if (archive === undefined || archive.key === null) return refuse('archive_not_found')
  if (isHostile(path)) return refuse('invalid_path')
  const entry = await reader.entry(archive.id, path)
  if (entry === undefined || entry.isDirectory) return refuse('entry_not_found')
  return { archive: { ...archive, key: archive.key }, entry } satisfies FoundEntry
}

/** One file of an archive as a download. Comes after the questions to the store, which need not wait for the bytes. */
export async function sendEntry({ archives }: Desk, { archive, entry }: FoundEntry) {
  const bytes = await archives.read(archive.key)
  if (bytes === undefined) return refuse('archive_not_found')
  const { path } = entry
  const name = path.slice(path.lastIndexOf('/') + 1)
  const headers = { 'Content-Disposition': attachment(name), ETag: `"${hash('sha256', `${archive.sha256}:${path}`, 'hex')}"` }
  return { status: 200 as const, type: 'application/octet-stream' as const, body: entryBytes(bytes, entry), headers }
}

/** A path that no honest archive has. */
export function isHostile(path: string): boolean {
  return path.includes('\0') || path.startsWith('/') || path.split('/').some((part) => part === '..' || part === '.')
}

/** A file name in both spellings of RFC 6266; the plain one only with characters that every client understands. */
function attachment(filename: string): string {
  const plain = filename.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(filename).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
