import type { OperationId } from '@jobs-api/contract'
import type { How, Parameters } from '../target/request.ts'
import type { Target } from '../target/target.ts'
import { archivedJob, archiveOfRef, fileOf } from './archives.ts'
import { pipelineWithBridges } from './bridges.ts'
import { given } from './given.ts'
import { jobWithLog } from './logs.ts'
import { jobsOf, mostVariedPipeline } from './look-around.ts'
import { own } from './own.ts'
import { ownStates, states } from './states.ts'

export interface Exemplar {
  readonly parameters: Parameters
  readonly how: How
}

type Make = (target: Target) => Promise<Parameters>

const parametersOf: { readonly [Id in OperationId]: Make } = {
  getTokenJob: async () => ({}),
  getAllowedAgents: async () => ({}),
  deleteProjectArtifacts: async () => ({}),
  listProjectJobs: async () => ({}),
  listPipelineJobs: async (target) => ({ pipeline_id: mostVariedPipeline(await jobsOf(target)) }),
  listPipelineBridges: async (target) => ({ pipeline_id: await pipelineWithBridges(target) }),
  getJob: async (target) => ({ job_id: await given(target, states.settled) }),
  getJobLog: async (target) => ({ job_id: await jobWithLog(target) }),
  cancelJob: async (target) => ({ job_id: await own(target, ownStates.waiting) }),
  retryJob: async (target) => ({ job_id: await own(target, ownStates.retryable) }),
  eraseJob: async (target) => ({ job_id: await own(target, ownStates.finished) }),
  playJob: async (target) => ({ job_id: await own(target, ownStates.manual) }),
  downloadJobArtifacts: async (target) => ({ job_id: await archivedJob(target) }),
  deleteJobArtifacts: async (target) => ({ job_id: await own(target, ownStates.finished) }),
  listJobArtifactTree: async (target) => ({ job_id: await archivedJob(target) }),
  keepJobArtifacts: async (target) => ({ job_id: await own(target, ownStates.finished) }),
  getJobArtifactFile: async (target) => ({ ...(await fileOf(target, await archivedJob(target))) }),
  downloadRefArtifacts: async (target) => {
    const { ref_name, job } = await archiveOfRef(target)
    return { ref_name, job }
  },
  getRefArtifactFile: async (target) => {
    const { ref_name, job, job_id } = await archiveOfRef(target)
    const { artifact_path } = await fileOf(target, job_id)
    return { ref_name, job, artifact_path }
  },
}

/** A request of an operation that succeeds, made anew each time: an action gets a job of its own. */
export async function exemplar(target: Target, id: OperationId): Promise<Exemplar> {
  return { parameters: await parametersOf[id](target), how: howOf(target, id) }
}

function howOf(target: Target, id: OperationId): How {
  if (id === 'deleteProjectArtifacts') return { project: target.projectThatIs('expendable') }
  return id === 'getTokenJob' || id === 'getAllowedAgents' ? { as: 'job' } : {}
}
