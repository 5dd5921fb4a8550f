// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Handler } from '../types.ts'

/** An implementation of the Jobs API: one handler for each operation. */
export interface Handlers<Context, Stream> {
  /** Retry a job. `GET /job` */
  getTokenJob: Handler<'getTokenJob', Context, Stream>
  /** Retry a job. `GET /job/allowed_agents` */
  getAllowedAgents: Handler<'getAllowedAgents', Context, Stream>
  /** Retry a job. `DELETE /projects/{id}/artifacts` */
  deleteProjectArtifacts: Handler<'deleteProjectArtifacts', Context, Stream>
  /** List the jobs of a project. `GET /projects/{id}/jobs` */
  listProjectJobs: Handler<'listProjectJobs', Context, Stream>
  /** Retry a job. `GET /projects/{id}/pipelines/{pipeline_id}/jobs` */
  listPipelineJobs: Handler<'listPipelineJobs', Context, Stream>
  /** Retry a job. `GET /projects/{id}/pipelines/{pipeline_id}/bridges` */
  listPipelineBridges: Handler<'listPipelineBridges', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/{job_id}` */
  getJob: Handler<'getJob', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/{job_id}/trace` */
  getJobLog: Handler<'getJobLog', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/cancel` */
  cancelJob: Handler<'cancelJob', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/retry` */
  retryJob: Handler<'retryJob', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/erase` */
  eraseJob: Handler<'eraseJob', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/play` */
  playJob: Handler<'playJob', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/{job_id}/artifacts` */
  downloadJobArtifacts: Handler<'downloadJobArtifacts', Context, Stream>
  /** Retry a job. `DELETE /projects/{id}/jobs/{job_id}/artifacts` */
  deleteJobArtifacts: Handler<'deleteJobArtifacts', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/{job_id}/artifacts/tree` */
  listJobArtifactTree: Handler<'listJobArtifactTree', Context, Stream>
  /** Retry a job. `POST /projects/{id}/jobs/{job_id}/artifacts/keep` */
  keepJobArtifacts: Handler<'keepJobArtifacts', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/{job_id}/artifacts/{artifact_path}` */
  getJobArtifactFile: Handler<'getJobArtifactFile', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/artifacts/{ref_name}/download` */
  downloadRefArtifacts: Handler<'downloadRefArtifacts', Context, Stream>
  /** Retry a job. `GET /projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}` */
  getRefArtifactFile: Handler<'getRefArtifactFile', Context, Stream>
}
