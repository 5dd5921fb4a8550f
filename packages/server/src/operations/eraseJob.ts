import { allows } from '@jobs-api/lifecycle'
import { changeJob } from './change-job.ts'
import { factsOf } from './job-facts.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { removeArtifacts } from './remove-artifacts.ts'
import { showJob } from './show-job.ts'

export const eraseJob: Operation<'eraseJob'> = async ({ path }, desk) => {
  const hasLog = (await desk.logs.read(path.job_id)) !== undefined
  const removed = removeArtifacts(desk)
  const answer = await desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'erase_build' })
    if (!isFound(found)) return found
    if (!allows('erase', factsOf(found, hasLog))) return refuse('job_not_erasable')
    if (found.project.refreshingStatistics) return refuse('project_refreshing_stats')
    await removed.rows(writer, found.artifacts)
    await removed.log(writer, found.job.id)
    const erased = { ...found.job, erasedAt: desk.now, artifactsExpireAt: null }
    return { status: 201 as const, body: await showJob(writer, desk, await changeJob(writer, desk, found.pipeline, erased)) }
  })
  await removed.files()
  return answer
}
