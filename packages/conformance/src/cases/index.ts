import type { OperationId } from '@jobs-api/contract'
import type { Case } from '../case.ts'
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

/** The cases of every operation, in the contract's order; an operation without does not compile. */
export const cases: { readonly [Id in OperationId]: readonly Case<Id>[] } = {
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

export const allCases: readonly Case[] = Object.values(cases).flat()
