import type { components } from '@jobs-api/contract'
import type { Commit, Project } from '../storage/records.ts'
import { timeWithOffset } from './times.ts'

export function commitView(commit: Commit, project: Project, { externalUrl }: { externalUrl: string }): components['schemas']['Commit'] {
  const moment = timeWithOffset(commit.committedAt, commit.offset)
  const trailers = trailersOf(commit.message)
  return {
    id: commit.sha,
    short_id: commit.sha.slice(0, 8),
    created_at: moment,
    parent_ids: [...commit.parents],
    title: commit.message.split('\n')[0] ?? '',
    message: commit.message,
    author_name: commit.authorName,
    author_email: commit.authorEmail,
    authored_date: commit.authored === undefined ? moment : timeWithOffset(commit.authored.at, commit.authored.offset),
    committer_name: commit.committer?.name ?? commit.authorName,
    committer_email: commit.committer?.email ?? commit.authorEmail,
    committed_date: moment,
    trailers: Object.fromEntries(trailers.map(([key, values]) => [key, values.at(-1) ?? ''])),
    extended_trailers: Object.fromEntries(trailers),
    web_url: `${externalUrl}/${project.path}/-/commit/${commit.sha}`,
  }
}

/** Trailers are `Key: value` lines in the last paragraph of a message that has more than one. */
function trailersOf(message: string): [string, string[]][] {
  const paragraphs = message.trimEnd().split('\n\n')
  const lines = paragraphs.length < 2 ? [] : (paragraphs.at(-1) ?? '').split('\n')
  const found = new Map<string, string[]>()
  for (const line of lines) {
    const [, key, value] = /^([A-Za-z0-9-]+): (.+)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) found.set(key, [...(found.get(key) ?? []), value])
  }
  return [...found]
}
