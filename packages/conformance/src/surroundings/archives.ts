import { unzipSync } from 'fflate'
import { expectStatus, isRow, type NumberedRow } from '../expectations.ts'
import { hasArchive } from '../job-members.ts'
import { Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { given } from './given.ts'
import { jobsOf, once, pipelineIdOf } from './look-around.ts'
import { states } from './states.ts'

/** What is in the archive of a job, by path; directories are left out. */
export const filesOf = (target: Target, job_id: number): Promise<ReadonlyMap<string, Uint8Array>> =>
  once(target, `files of ${job_id}`, async () => {
    const answer = await target.ask('downloadJobArtifacts', { job_id }, { lookAround: true })
    expectStatus(answer, 200)
    return filesIn(answer.bytes)
  })

/** The files of a ZIP archive. */
export function filesIn(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')))
}

/** A file of an archive, the deeper the better. `tree` at the root cannot be fetched, because the tree operation has its address. */
export async function fileOf(target: Target, job_id: number): Promise<{ job_id: number; artifact_path: string }> {
  const paths = [...(await filesOf(target, job_id)).keys()].filter((path) => path !== 'tree')
  const [deepest] = paths.sort((one, other) => other.split('/').length - one.split('/').length)
  if (deepest === undefined) throw new Untestable(`needs a file in the archive of job ${job_id}`)
  return { job_id, artifact_path: deepest }
}

export const archivedJob = (target: Target): Promise<number> => given(target, states.archive)

export interface ArchiveOfRef {
  readonly ref_name: string
  readonly job: string
  readonly job_id: number
}

/** A job with an archive in the latest successful pipeline of its ref. */
export async function archiveOfRef(target: Target): Promise<ArchiveOfRef> {
  const jobs = await jobsOf(target)
  const found = jobs.find((job) => job['status'] === 'success' && hasArchive(job) && isInLatest(job, jobs))
  if (found === undefined) throw new Untestable('needs a job with an archive in the latest successful pipeline of its ref')
  return { ref_name: String(found['ref']), job: String(found['name']), job_id: found.id }
}

/** Child pipelines do not count as pipelines of the ref. */
function isInLatest(job: NumberedRow, jobs: readonly NumberedRow[]): boolean {
  const successful = jobs.filter(({ ref, pipeline }) => ref === job['ref'] && isRow(pipeline) && isSuccessful(pipeline))
  return Math.max(...successful.map(pipelineIdOf)) === pipelineIdOf(job)
}

const isSuccessful = ({ status, source }: { readonly [name: string]: unknown }) => status === 'success' && source !== 'parent_pipeline'
