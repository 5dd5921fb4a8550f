import type { Edition, OperationId } from '@jobs-api/contract'
import type { Check } from '../check.ts'
import { cancelJob } from './cancelJob.ts'
import { deleteJobArtifacts } from './deleteJobArtifacts.ts'
import { deleteProjectArtifacts } from './deleteProjectArtifacts.ts'
import { downloadJobArtifacts } from './downloadJobArtifacts.ts'
import { downloadRefArtifacts } from './downloadRefArtifacts.ts'
import { eraseJob } from './eraseJob.ts'
import { getAllowedAgents } from './getAllowedAgents.ts'
import { getJob } from './getJob.ts'
import { getJobArtifactFile } from './getJobArtifactFile.ts'
import { getJobLog } from './getJobLog.ts'
import { getRefArtifactFile } from './getRefArtifactFile.ts'
import { getTokenJob } from './getTokenJob.ts'
import { keepJobArtifacts } from './keepJobArtifacts.ts'
import { listJobArtifactTree } from './listJobArtifactTree.ts'
import { listPipelineBridges } from './listPipelineBridges.ts'
import { listPipelineJobs } from './listPipelineJobs.ts'
import { listProjectJobs } from './listProjectJobs.ts'
import { playJob } from './playJob.ts'
import { retryJob } from './retryJob.ts'

/** The checks of every operation, in the contract's order; an operation without does not compile. */
export const cases: { readonly [Id in OperationId]: readonly Check[] } = {
  getTokenJob,
  getAllowedAgents,
  deleteProjectArtifacts,
  listProjectJobs,
  listPipelineJobs,
  listPipelineBridges,
  getJob,
  getJobLog,
  cancelJob,
  retryJob,
  eraseJob,
  playJob,
  downloadJobArtifacts,
  deleteJobArtifacts,
  listJobArtifactTree,
  keepJobArtifacts,
  getJobArtifactFile,
  downloadRefArtifacts,
  getRefArtifactFile,
}

export const allChecks: readonly Check[] = Object.values(cases).flat()

/** The checks that hold of an edition; `has` tells whether it has an operation. */
export const checksOf = (edition: Edition, has: (id: OperationId) => boolean): readonly Check[] =>
  allChecks.filter(({ operation, editions }) => editions.includes(edition) && has(operation))
