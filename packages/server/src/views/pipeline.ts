import type { components } from '@jobs-api/contract'
import type { Pipeline, Project } from '../storage/records.ts'
import { time } from './times.ts'

export function pipelineView(
  pipeline: Pipeline,
  project: Project,
  { externalUrl }: { externalUrl: string },
): components['schemas']['PipelineBasic'] {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: pipeline.projectId,
    sha: pipeline.sha,
    ref: pipeline.ref,
    status: pipeline.status,
    source: pipeline.source,
    created_at: time(pipeline.createdAt),
    updated_at: time(pipeline.updatedAt),
    web_url: `${externalUrl}/${project.path}/-/pipelines/${pipeline.id}`,
  }
}
