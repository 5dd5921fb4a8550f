import type { JobWriter } from './job-store.ts'
import type { ArchiveEntry, Artifact, Job, Pipeline, Project, Runner, User } from './records.ts'

// Records for tests, as plain as they can be.

export const ada: User = {
  ...{ id: 1, username: 'ada', name: 'Ada', state: 'active', bot: false, createdAt: 0, publicEmail: '' },
  ...{ jobTitle: null, organization: null, location: null, bio: null },
}

export const token = { kind: 'personal', userId: 1, jobId: null, scopes: ['api'], expiresAt: null, revoked: false } as const
export const variable = { key: 'REGION', value: "it's\n\u0000", variable_type: 'env_var' } as const

export const project: Project = {
  ...{ id: 1, path: 'team/app', name: 'App', namespaceName: 'Team', description: null, createdAt: 0, visibility: 'private' },
  ...{ publicPipelines: true, refreshingStatistics: false, keepLatestArtifacts: true, jobTokenScopeEnabled: false },
  ...{ jobTokenAllowList: [], pipelineVariablesRole: 'developer', protectedRefs: [], protectedEnvironments: [], groups: [], agents: [] },
}

const manager = { systemId: 's_1', version: '', revision: '', platform: '', architecture: '', ipAddress: '', createdAt: 0, contactedAt: 0 }
export const runner: Runner = {
  ...{ id: 1, description: 'd', type: 'instance_type', paused: false, tags: [], runUntagged: true, limit: 1 },
  manager: { id: 1, ...manager },
}

export const commit = { sha: 'c0ffee', message: 'Brew', authorName: 'Ada', authorEmail: '', committedAt: 0, offset: 0, parents: [] }

export function pipeline(id: number, projectId: number, ref: string): Pipeline {
  const times = { createdAt: 0, updatedAt: 0 }
  return { id, iid: id, projectId, ref, sha: 'c0ffee', tag: false, status: 'running', source: 'push', ...times, commit }
}

export const job = (): Omit<Job, 'id'> => ({
  ...{ kind: 'build', projectId: 1, pipelineId: 11, name: 'test', stage: 'test', stageIndex: 0, status: 'success', when: 'on_success' },
  ...{ allowFailure: false, coverage: null, createdAt: 0, queuedAt: null, startedAt: null, finishedAt: null, erasedAt: null },
  ...{ scheduledAt: null, failureReason: null, userId: 1, runnerId: null, artifactsExpireAt: null, archived: false, retried: false },
  ...{ debug: false, cancelsGracefully: false, tags: [], environment: null, inputs: {}, inputValues: {}, variables: [] },
  ...{ downstreamPipelineId: null, resourceGroup: null, plan: null, inHand: null },
})

export const artifact = (jobId: number, fileType: string): Omit<Artifact, 'id'> => ({
  ...{ jobId, fileType, fileFormat: null, filename: 'x', size: 1, sha256: '', key: null, access: 'public', expireAt: null },
})

export const entry = (path: string): ArchiveEntry => ({
  ...{ path, isDirectory: path.endsWith('/'), size: 3, compressedSize: 3, offset: 0, method: 'stored', mode: null },
})

/** Two projects with their pipelines, and one person. */
export async function addPlaces(writer: JobWriter): Promise<void> {
  await writer.addUser(ada)
  await writer.addRunner(runner)
  await writer.addProject(project, ['team/old-app', 'first/app'])
  await writer.addProject({ ...project, id: 2, path: 'team/tool' }, [])
  await writer.addMember(1, 1, 30)
  await writer.addToken('hash', token)
  await writer.addPipeline({ ...pipeline(11, 1, 'main'), status: 'success' })
  await writer.addPipeline(pipeline(12, 1, 'feature/x'))
  for (const id of [21, 22, 23]) await writer.addPipeline({ ...pipeline(id, 2, 'main'), status: 'success' })
  await writer.addPipeline({ ...pipeline(24, 2, 'main'), status: 'failed' })
}

/** A job with an archive of one entry, and a report. */
export async function addOneOfEach(writer: JobWriter): Promise<void> {
  await writer.addJob(job())
  await writer.addArtifact(artifact(1, 'archive'), [entry('a.txt')])
  await writer.addArtifact(artifact(1, 'junit'), [])
}
