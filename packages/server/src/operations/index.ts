import type { Handlers } from '@jobs-api/contract'
import type { Bytes } from '../storage/bytes.ts'
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
import type { Desk } from './operation.ts'
import { playJob } from './playJob.ts'
import { retryJob } from './retryJob.ts'

/** All operations, in the contract's order. */
export const handlers: Handlers<Desk, Bytes | string> = {
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
