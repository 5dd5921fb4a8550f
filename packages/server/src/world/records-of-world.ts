import type { Instant, Job, Pipeline, Project, ProtectedEnvironment, Runner, User } from '../storage/records.ts'
import { type FindEnvironment, slugOf } from './environments.ts'
import { planRecord } from './plan-of-world.ts'
import type { ProjectLinks } from './project-links.ts'
import { moment, momentOrNull } from './relative-time.ts'
import type { WorldEnvironment, WorldJob, WorldPipeline, WorldProject, WorldRunner, WorldUser } from './world.ts'

export const userRecord = (user: WorldUser, now: Instant): User => ({
  id: user.id,
  username: user.username,
  name: user.name,
  state: user.state,
  bot: user.bot,
  createdAt: moment(user.created, now),
  publicEmail: user.public_email,
  jobTitle: user.job_title ?? null,
  organization: user.organization ?? null,
  location: user.location ?? null,
  bio: user.bio ?? null,
})

export const runnerRecord = (runner: WorldRunner, now: Instant): Runner => ({
  id: runner.id,
  description: runner.description,
  type: runner.type,
  paused: runner.paused,
  tags: runner.tags,
  runUntagged: runner.run_untagged,
  limit: runner.limit,
  manager: {
    id: runner.id,
    systemId: runner.system_id,
    version: runner.version,
    revision: runner.revision,
    platform: runner.platform,
    architecture: runner.architecture,
    ipAddress: runner.ip_address,
    createdAt: moment(runner.created, now),
    contactedAt: moment(runner.contacted, now),
  },
})

export const projectRecord = (project: WorldProject, links: ProjectLinks, now: Instant): Project => ({
  id: project.id,
  path: project.path,
  name: project.name,
  namespaceName: links.namespace.name,
  description: project.description ?? null,
  createdAt: moment(project.created, now),
  visibility: project.visibility,
  publicPipelines: project.public_pipelines,
  refreshingStatistics: project.refreshing_statistics,
  keepLatestArtifacts: project.keep_latest_artifacts,
  jobTokenScopeEnabled: project.job_token_scope_enabled,
  jobTokenAllowList: [...new Set(project.job_token_allow_list.flatMap(links.projectIds))],
  pipelineVariablesRole: project.pipeline_variables_role,
  protectedRefs: project.protected_refs,
  protectedEnvironments: project.environments.flatMap((each) => protectedEnvironment(each, links) ?? []),
  groups: links.namespace.groups.map(({ id }) => id),
  agents: project.agents.map(({ id, config_project, configuration }) => ({
    id,
    configProject: links.projectId(config_project),
    configuration,
  })),
})

function protectedEnvironment(environment: WorldEnvironment, { userId, groupMembers }: ProjectLinks): ProtectedEnvironment | undefined {
  if (environment.protected === undefined) return undefined
  const { deploy = null, users, groups } = environment.protected
  return { slug: slugOf(environment), deploy, users: [...new Set([...users, ...groups.flatMap(groupMembers)].map(userId))] }
}

export function pipelineRecord(pipeline: WorldPipeline, projectId: number, iid: number, now: Instant): Pipeline {
  const { id, ref, tag, status, source, commit } = pipeline
  const createdAt = moment(pipeline.created, now)
  const [authorName, authorEmail] = /^(.*) <(.*)>$/.exec(commit.author)?.slice(1) ?? [commit.author, '']
  return {
    ...{ id, iid, projectId, ref, tag, status, source, createdAt },
    sha: commit.sha,
    updatedAt: pipeline.updated === undefined ? createdAt : moment(pipeline.updated, now),
    commit: {
      sha: commit.sha,
      message: commit.message.trimEnd(),
      authorName: authorName ?? '',
      authorEmail: authorEmail ?? '',
      // Commits know whole seconds only.
      committedAt: Math.floor((commit.at === undefined ? createdAt - 120_000 : moment(commit.at, now)) / 1000) * 1000,
      offset: commit.offset,
      parents: commit.parents,
    },
  }
}

/** Where a job stands, and what it can speak of there. */
export interface JobPlace {
  readonly projectPath: string
  readonly environment: FindEnvironment
  readonly pipeline: Pipeline
  readonly stageIndex: number
  readonly userId: number | null
}

export function jobRecord(job: WorldJob, { projectPath, environment, pipeline, stageIndex, userId }: JobPlace, now: Instant): Job {
  const { id, kind, name, stage, status, when, archived, retried, debug, tags, inputs } = job
  return {
    ...{ id, kind, name, stage, stageIndex, status, when, archived, retried, debug, tags, inputs, userId },
    projectId: pipeline.projectId,
    pipelineId: pipeline.id,
    allowFailure: job.allow_failure,
    coverage: job.coverage ?? null,
    createdAt: momentOrNull(job.created, now) ?? pipeline.createdAt,
    queuedAt: momentOrNull(job.queued, now),
    startedAt: momentOrNull(job.started, now),
    finishedAt: momentOrNull(job.finished, now),
    erasedAt: momentOrNull(job.erased, now),
    scheduledAt: momentOrNull(job.scheduled, now),
    failureReason: job.failure_reason ?? null,
    runnerId: job.runner ?? null,
    artifactsExpireAt: momentOrNull(job.artifacts?.expire, now),
    cancelsGracefully: job.cancels_gracefully,
    environment: job.environment === undefined ? null : environment(projectPath, job.environment),
    inputValues: {},
    variables: [],
    downstreamPipelineId: job.downstream ?? null,
    resourceGroup: job.resource_group ?? null,
    plan: planRecord(job.run, projectPath, environment),
    inHand: null,
  }
}
