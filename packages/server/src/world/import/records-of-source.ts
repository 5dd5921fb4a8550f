import { isDeepStrictEqual } from 'node:util'
import type { JobStatus } from '@jobs-api/lifecycle'
import type { Commit, Instant, Pipeline, Project, Runner, User } from '../../storage/records.ts'
import type { ShownCommit, ShownJob, ShownPipeline, ShownProject, ShownRunner, ShownUser } from './shown.ts'

/** Something that a server shows and this one has no place for. */
export class Strange extends Error {
  override name = 'Strange'
}

export function instant(text: string | null | undefined): Instant | null {
  const parsed = text == null ? Number.NaN : Date.parse(text)
  return Number.isNaN(parsed) ? null : parsed
}

const known: Readonly<Record<JobStatus, true>> = {
  ...{ created: true, waiting_for_resource: true, preparing: true, waiting_for_callback: true, pending: true, running: true },
  ...{ success: true, failed: true, canceling: true, canceled: true, skipped: true, manual: true, scheduled: true },
}
const isKnown = (status: string): status is JobStatus => Object.hasOwn(known, status)

/** Throws a `Strange` for one that is not known here: whatever it means, nothing here could act on it. */
export function statusOf(status: string): JobStatus {
  if (isKnown(status)) return status
  throw new Strange(`its status "${status}" is not known here`)
}

/** Servers write what nobody has filled in as an empty text or as null. */
export const userOf = (user: ShownUser): User => ({
  id: user.id,
  username: user.username,
  name: user.name,
  state: user.state ?? 'active',
  bot: user.bot ?? false,
  createdAt: instant(user.created_at) ?? 0,
  publicEmail: user.public_email ?? '',
  jobTitle: user.job_title || null,
  organization: user.organization || null,
  location: user.location || null,
  bio: user.bio || null,
})

/** A server that shows no manager leaves nothing to show for it; whether the runner is online then tells when it was last seen. */
export function runnerOf(runner: ShownRunner, manager: ShownJob['runner_manager'], shownAt: Instant): Runner {
  const lastSeen = runner.online === false ? 0 : shownAt
  return {
    id: runner.id,
    description: runner.description ?? '',
    type: runner.runner_type ?? (runner.is_shared === false ? 'project_type' : 'instance_type'),
    paused: runner.paused ?? runner.active === false,
    tags: [],
    runUntagged: true,
    limit: 4,
    manager: {
      id: manager?.id ?? runner.id,
      systemId: manager?.system_id ?? '',
      version: manager?.version ?? '',
      revision: manager?.revision ?? '',
      platform: manager?.platform ?? '',
      architecture: manager?.architecture ?? '',
      ipAddress: manager?.ip_address ?? '',
      createdAt: instant(manager?.created_at) ?? 0,
      contactedAt: instant(manager?.contacted_at) ?? lastSeen,
    },
  }
}

export const projectOf = (project: ShownProject): Project => ({
  ...shellOf(project.id, project.path_with_namespace),
  name: project.name ?? lastPart(project.path_with_namespace),
  namespaceName: (project.name_with_namespace ?? '').split(' / ').slice(0, -1).join(' / '),
  description: project.description ?? null,
  createdAt: instant(project.created_at) ?? 0,
  visibility: project.visibility ?? 'private',
  publicPipelines: project.public_jobs ?? true,
  // Where it is not told, what is kept is told by each archive that can still be had.
  keepLatestArtifacts: project.keep_latest_artifact ?? false,
})

/** A project of which no more is known than where it is. Nobody is let into it. */
export const shellOf = (id: number, path: string): Project => ({
  ...{ id, path, name: lastPart(path), namespaceName: path.split('/').slice(0, -1).join(' / '), description: null, createdAt: 0 },
  ...{ visibility: 'private', publicPipelines: false, refreshingStatistics: false, keepLatestArtifacts: false },
  ...{ jobTokenScopeEnabled: false, jobTokenAllowList: [], pipelineVariablesRole: 'developer' },
  ...{ protectedRefs: [], protectedEnvironments: [], groups: [], agents: [] },
})

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Without its `iid` where the server is too old to show one. */
export type PipelineOfSource = Omit<Pipeline, 'iid'> & { readonly iid?: number }

/** `tag` and the commit are not a pipeline's own in what is shown; they stand with its jobs. */
export function pipelineOf(
  pipeline: ShownPipeline,
  projectId: number,
  job?: Pick<ShownJob, 'tag' | 'commit' | 'created_at'>,
): PipelineOfSource {
  const createdAt = instant(pipeline.created_at) ?? instant(job?.created_at) ?? 0
  return {
    id: pipeline.id,
    ...(pipeline.iid == null ? {} : { iid: pipeline.iid }),
    projectId: pipeline.project_id ?? projectId,
    sha: pipeline.sha,
    ref: pipeline.ref,
    tag: job?.tag ?? false,
    status: statusOf(pipeline.status),
    source: pipeline.source ?? 'push',
    createdAt,
    updatedAt: instant(pipeline.updated_at) ?? createdAt,
    commit: commitOf(job?.commit ?? { id: pipeline.sha }),
  }
}

function commitOf(commit: ShownCommit): Commit {
  const { authored_date: authored, committer_name: name, committer_email: email } = commit
  const made = commit.committed_date ?? commit.created_at ?? ''
  const author = { name: commit.author_name ?? '', email: commit.author_email ?? '' }
  const committer = { name: name ?? author.name, email: email ?? author.email }
  return {
    sha: commit.id,
    message: commit.message ?? '',
    authorName: author.name,
    authorEmail: author.email,
    committedAt: instant(made) ?? 0,
    offset: offsetOf(made),
    parents: (commit.parent_ids ?? []).flatMap((parent) => parent ?? []),
    ...(isDeepStrictEqual(author, committer) ? {} : { committer }),
    ...(authored == null || authored === made ? {} : { authored: { at: instant(authored) ?? 0, offset: offsetOf(authored) } }),
  }
}

function offsetOf(time: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(time) ?? []
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -offset : offset
}
