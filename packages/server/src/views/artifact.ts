import type { components } from '@jobs-api/contract'
import type { ArchiveEntry, Artifact } from '../storage/records.ts'

export function artifactView(artifact: Artifact): components['schemas']['Artifact'] {
  return { file_type: artifact.fileType, size: artifact.size, filename: artifact.filename, file_format: artifact.fileFormat }
}

/** The archive among the artifacts of a job. */
export function archiveOf(artifacts: readonly Artifact[]): Artifact | undefined {
  return artifacts.find(({ fileType }) => fileType === 'archive')
}

export function treeEntryView(entry: ArchiveEntry): components['schemas']['ArtifactTreeEntry'] {
  const name = entry.path.replace(/\/$/, '').split('/').at(-1) ?? ''
  if (entry.isDirectory) return { name, path: entry.path, type: 'directory', mode: entry.mode }
  return { name, path: entry.path, type: 'file', size: entry.size, mode: entry.mode }
}
