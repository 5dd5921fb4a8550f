import { rolesUpTo } from '../access/roles.ts'
import type { JobReader } from '../storage/job-store.ts'
import type { Agent, Project } from '../storage/records.ts'
import { time } from '../views/times.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'

export const getAllowedAgents: Operation<'getAllowedAgents'> = async (_input, { caller, store }) => {
  if (caller?.job === undefined) return refuse('token_job_not_found')
  const { job, user } = caller
  return store.read(async (reader) => {
    const project = await projectOf(reader, job.projectId)
    const level = await reader.accessLevel(project.id, user.id)
    const body = {
      allowed_agents: await Promise.all(project.agents.map((agent) => agentView(reader, agent))),
      job: { id: job.id },
      pipeline: { id: job.pipelineId },
      project: { id: project.id, groups: project.groups.map((id) => ({ id })) },
      user: { id: user.id, username: user.username, roles_in_project: rolesUpTo(level) },
      ...(job.environment === null ? {} : { environment: { tier: job.environment.tier, slug: job.environment.slug } }),
    }
    return { status: 200, body }
  })
}

async function agentView(reader: JobReader, agent: Agent) {
  return {
    id: agent.id,
    config_project: projectIdentity(await projectOf(reader, agent.configProject)),
    configuration: { ...agent.configuration },
  }
}

function projectIdentity(project: Project) {
  return {
    id: project.id,
    description: project.description,
    name: project.name,
    name_with_namespace: `${project.namespaceName} / ${project.name}`,
    path: project.path.slice(project.path.lastIndexOf('/') + 1),
    path_with_namespace: project.path,
    created_at: time(project.createdAt),
  }
}

async function projectOf(reader: JobReader, id: number): Promise<Project> {
  const project = await reader.project(id)
  if (project === undefined) throw new Error(`project ${id} is referred to but does not exist`)
  return project
}
