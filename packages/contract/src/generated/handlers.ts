// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Handler } from '../types.ts'

/** An implementation of the Jobs API: one handler for each operation. */
export interface Handlers<Context, Stream> {
  /** Read the job of the job token. `GET /job` */
  getTokenJob: Handler<'getTokenJob', Context, Stream>
  /** List the agents that the job of the job token may use. `GET /job/allowed_agents` */
  getAllowedAgents: Handler<'getAllowedAgents', Context, Stream>
  /** Delete the artifacts of a project. `DELETE /projects/{id}/artifacts` */
  deleteProjectArtifacts: Handler<'deleteProjectArtifacts', Context, Stream>
  /** List the jobs of a project. `GET /projects/{id}/jobs` */
  listProjectJobs: Handler<'listProjectJobs', Context, Stream>
  /** List the jobs of a pipeline. `GET /projects/{id}/pipelines/{pipeline_id}/jobs` */
  listPipelineJobs: Handler<'listPipelineJobs', Context, Stream>
  /** List the trigger jobs of a pipeline. `GET /projects/{id}/pipelines/{pipeline_id}/bridges` */
  listPipelineBridges: Handler<'listPipelineBridges', Context, Stream>
  /** Read a job. `GET /projects/{id}/jobs/{job_id}` */
  getJob: Handler<'getJob', Context, Stream>
  /** Read the log of a job. `GET /projects/{id}/jobs/{job_id}/trace` */
  getJobLog: Handler<'getJobLog', Context, Stream>
  /** Cancel a job. `POST /projects/{id}/jobs/{job_id}/cancel` */
  cancelJob: Handler<'cancelJob', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/retry` */
  retryJob: Handler<'retryJob', Context, Stream>
  /** Erase a job. `POST /projects/{id}/jobs/{job_id}/erase` */
  eraseJob: Handler<'eraseJob', Context, Stream>
  /** Play a manual job. `POST /projects/{id}/jobs/{job_id}/play` */
  playJob: Handler<'playJob', Context, Stream>
  /** Download the archive of a job. `GET /projects/{id}/jobs/{job_id}/artifacts` */
  downloadJobArtifacts: Handler<'downloadJobArtifacts', Context, Stream>
  /** Delete the artifacts of a job. `DELETE /projects/{id}/jobs/{job_id}/artifacts` */
  deleteJobArtifacts: Handler<'deleteJobArtifacts', Context, Stream>
  /** List what is in the archive of a job. `GET /projects/{id}/jobs/{job_id}/artifacts/tree` */
  listJobArtifactTree: Handler<'listJobArtifactTree', Context, Stream>
  /** Keep the artifacts of a job. `POST /projects/{id}/jobs/{job_id}/artifacts/keep` */
  keepJobArtifacts: Handler<'keepJobArtifacts', Context, Stream>
  /** Download one file from the archive of a job. `GET /projects/{id}/jobs/{job_id}/artifacts/{artifact_path}` */
  getJobArtifactFile: Handler<'getJobArtifactFile', Context, Stream>
  /** Download the archive of the latest successful job of a ref. `GET /projects/{id}/jobs/artifacts/{ref_name}/download` */
  downloadRefArtifacts: Handler<'downloadRefArtifacts', Context, Stream>
  /** Download one file from the latest successful job of a ref. `GET /projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}` */
  getRefArtifactFile: Handler<'getRefArtifactFile', Context, Stream>
}
