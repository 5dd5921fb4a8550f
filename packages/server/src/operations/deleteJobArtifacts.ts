import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { removeArtifacts } from './remove-artifacts.ts'

export const deleteJobArtifacts: Operation<'deleteJobArtifacts'> = async ({ path }, desk) => {
  const removed = removeArtifacts(desk)
  const answer = await desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'delete_job_artifact', projectAbility: 'delete_job_artifact' })
    if (!isFound(found)) return found
    if (found.project.refreshingStatistics) return refuse('project_refreshing_stats')
    // The log stays; having nothing to delete is not an error. Fact `delete-job-artifacts-idempotent`.
    await removed.rows(
      writer,
      found.artifacts.filter(({ fileType }) => fileType !== 'trace'),
    )
    return { status: 204 as const }
  })
  await removed.files()
  return answer
}
