import { hash } from 'node:crypto'
import { entryBytes } from '../artifacts/archive.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Artifact } from '../storage/records.ts'
import type { Desk } from './operation.ts'
import { refuse } from './refusals.ts'

/** The whole archive as a download. Whether it has expired does not matter while it is there. Fact `download-expiry-not-checked`. */
export async function sendArchive({ archives }: Desk, archive: Artifact | undefined) {
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

/** One file of an archive as a download, or the refusal that says why not. */
export async function sendEntry(reader: JobReader, { archives }: Desk, archive: Artifact | undefined, path: string) {
  const bytes = archive?.key == null ? undefined : await archives.read(archive.key)
  if (archive === undefined || bytes === undefined) return refuse('archive_not_found')
  if (isHostile(path)) return refuse('invalid_path')
  const entry = await reader.entry(archive.id, path)
  if (entry === undefined || entry.isDirectory) return refuse('entry_not_found')
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
