import { archiveOf } from '../views/artifact.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { showJob } from './show-job.ts'

export const keepJobArtifacts: Operation<'keepJobArtifacts'> = ({ path }, desk) =>
  desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'keep_job_artifacts' })
    if (!isFound(found)) return found
    const archive = archiveOf(found.artifacts)
    const expired = archive?.expireAt != null && archive.expireAt <= desk.now
    if (archive === undefined || expired) return refuse('archive_not_found')
    await writer.expireArtifacts(
      found.artifacts.map(({ id }) => id),
      null,
    )
    const job = { ...found.job, artifactsExpireAt: null }
    await writer.saveJob(job)
    return { status: 200, body: await showJob(writer, desk, job) }
  })
