import type { NeighbourComponents } from '@jobs-api/contract'
import type { Project } from '../storage/records.ts'
import { time } from './times.ts'

/** A project as far as it is known here: it has jobs, but no repository. */
export function projectView(
  project: Project,
  { externalUrl }: { externalUrl: string },
  isSignedIn: boolean,
): NeighbourComponents['schemas']['Project'] {
  return {
    id: project.id,
    description: project.description,
    name: project.name,
    name_with_namespace: `${project.namespaceName} / ${project.name}`,
    path: project.path.slice(project.path.lastIndexOf('/') + 1),
    path_with_namespace: project.path,
    created_at: time(project.createdAt),
    visibility: project.visibility,
    web_url: `${externalUrl}/${project.path}`,
    ...(isSignedIn ? { jobs_enabled: true, public_jobs: project.publicPipelines } : {}),
  }
}
