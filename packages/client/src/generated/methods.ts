// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Data, Item, Options, OptionsFor, Pages, Pending, StreamOptions } from '../types.ts'

/** One method an operation, called like it, with the parameters of its address in their order. */
export interface Methods {
  /**
   * Read the job of the job token: `GET /job`.
   *
   * The job that a job token belongs to. It is meant for the script of a job, which has its own token in `CI_JOB_TOKEN`
   * and learns here what the server knows of it: its number, its pipeline, whoever started it, and everything else that
   * `getJob` would say.
   */
  getTokenJob(options?: Options<'getTokenJob'>): Pending<Data<'getTokenJob'>>
  /**
   * List the agents that the job of the job token may use: `GET /job/allowed_agents`.
   *
   * The agents for Kubernetes that the job of a job token may use, with the part of their configuration that says so,
   * and beside them what an agent must know of the job to let it in: the job, its pipeline, its project with the groups
   * above it, and whoever started it with their roles in the project. A job that deploys also shows its `environment`;
   * for any other job that member is absent.
   */
  getAllowedAgents(options?: Options<'getAllowedAgents'>): Pending<Data<'getAllowedAgents'>>
  /**
   * Delete the artifacts of a project: `DELETE /projects/{id}/artifacts`.
   *
   * Removes the artifacts of all jobs of a project that may be removed. Everything is marked as expired at once and
   * removed in the background, so the answer comes before the work is done, and says no more than that. The jobs and
   * their logs stay. Spared, too, are the artifacts of the most recent successful pipeline of each ref, where the
   * project keeps the latest artifacts.
   */
  deleteProjectArtifacts(project: number | string, options?: Options<'deleteProjectArtifacts'>): Pending<Data<'deleteProjectArtifacts'>>
  /**
   * List the jobs of a project: `GET /projects/{id}/jobs`.
   *
   * All jobs of a project, newest first (by number, descending). Retried jobs and jobs that have only been created are
   * among them; trigger jobs never are (see `listPipelineBridges`).
   */
  listProjectJobs(project: number | string, options?: OptionsFor<'listProjectJobs'>): Pages<Item<'listProjectJobs'>>
  /**
   * List the jobs of a pipeline: `GET /projects/{id}/pipelines/{pipeline_id}/jobs`.
   *
   * The jobs of one pipeline, newest first (by number, descending). Of a job that was retried only the latest attempt is
   * shown, unless `include_retried` is given. Jobs that have only been created are among them; trigger jobs never are
   * (see `listPipelineBridges`). A child pipeline has a list of its own: ask with its number, its jobs are not mixed
   * into those of its parent.
   */
  listPipelineJobs(project: number | string, pipeline_id: number, options?: OptionsFor<'listPipelineJobs'>): Pages<Item<'listPipelineJobs'>>
  /**
   * List the trigger jobs of a pipeline: `GET /projects/{id}/pipelines/{pipeline_id}/bridges`.
   *
   * The trigger jobs (bridges) of one pipeline, newest first. A trigger job runs no script: it starts a pipeline, in the
   * same project or in another one, and shows it as `downstream_pipeline`, which is null until the pipeline exists and
   * when it could not be created. Only the latest attempt of each is shown; there is no way to see the earlier ones.
   */
  listPipelineBridges(project: number | string, pipeline_id: number, options?: OptionsFor<'listPipelineBridges'>): Pages<Item<'listPipelineBridges'>>
  /**
   * Read a job: `GET /projects/{id}/jobs/{job_id}`.
   *
   * One job with everything that is known of it: where it stands, when it was created, started and finished, the
   * pipeline and the commit it ran for, whoever started it, the runner that took it, and what is left of its artifacts.
   * `duration` grows while the job runs and `queued_duration` while it waits, so two answers about such a job differ.
   * `failure_reason` is there for failed jobs only, and `artifacts_file` only while an archive can be downloaded.
   */
  getJob(project: number | string, job_id: number, options?: Options<'getJob'>): Pending<Data<'getJob'>>
  /**
   * Read the log of a job: `GET /projects/{id}/jobs/{job_id}/trace`.
   *
   * The log of a job as plain text, byte for byte as the runner wrote it: colour codes, section marks and time stamps
   * included, the token of the runner masked. The log of a job under way is sent as far as it has come, so a log is
   * followed by asking again for what lies behind the last byte.
   */
  getJobLog(project: number | string, job_id: number, options?: Options<'getJobLog'>): Pending<Data<'getJobLog'>>
  /** The same as its bytes, undecoded. */
  getJobLog(project: number | string, job_id: number, options: StreamOptions<'getJobLog'>): Pending<ReadableStream<Uint8Array<ArrayBuffer>>>
  /**
   * Cancel a job: `POST /projects/{id}/jobs/{job_id}/cancel`.
   *
   * Stops a job that has not finished yet, and answers with the job as it is then.
   */
  cancelJob(project: number | string, job_id: number, options?: Options<'cancelJob'>): Pending<Data<'cancelJob'>>
  /**
   * Retry a job: `POST /projects/{id}/jobs/{job_id}/retry`.
   *
   * Runs a finished job again, by making a new job that is like it.
   */
  retryJob(project: number | string, job_id: number, options?: Options<'retryJob'>): Pending<Data<'retryJob'>>
  /**
   * Erase a job: `POST /projects/{id}/jobs/{job_id}/erase`.
   *
   * Removes what a finished job left behind, its log as well as its archive, its metadata and its reports, and answers
   * with the job. The job itself stays, with its status: `erased_at` says when it was erased, `artifacts` is empty,
   * `artifacts_file` is gone and `artifacts_expire_at` is null. Afterwards its log is empty and there is nothing left to
   * download. This cannot be undone. To remove the artifacts and keep the log, use `deleteJobArtifacts`.
   */
  eraseJob(project: number | string, job_id: number, options?: Options<'eraseJob'>): Pending<Data<'eraseJob'>>
  /**
   * Play a manual job: `POST /projects/{id}/jobs/{job_id}/play`.
   *
   * Starts a job that waits for somebody to start it, or that was delayed: it goes into the queue, and the caller
   * becomes its user.
   */
  playJob(project: number | string, job_id: number, options?: Options<'playJob'>): Pending<Data<'playJob'>>
  /**
   * Download the archive of a job: `GET /projects/{id}/jobs/{job_id}/artifacts`.
   *
   * The archive of a job: the files that the job asked to keep, as one ZIP file, with `application/octet-stream` as its
   * type and the name of the archive in `Content-Disposition`.
   */
  downloadJobArtifacts(project: number | string, job_id: number, options?: Options<'downloadJobArtifacts'>): Pending<Data<'downloadJobArtifacts'>>
  /**
   * Delete the artifacts of a job: `DELETE /projects/{id}/jobs/{job_id}/artifacts`.
   *
   * Removes the artifacts of a job, its archive with its metadata and its reports, at once and for good. The log stays;
   * to remove that as well, use `eraseJob`. The job itself stays as it is, too.
   */
  deleteJobArtifacts(project: number | string, job_id: number, options?: Options<'deleteJobArtifacts'>): Pending<Data<'deleteJobArtifacts'>>
  /**
   * List what is in the archive of a job: `GET /projects/{id}/jobs/{job_id}/artifacts/tree`.
   *
   * The files and directories in the archive of a job, without unpacking it. Without `path` it lists the top, with
   * `path` that directory; directories come first, then files. With `recursive` everything below the directory is
   * listed. The path of an entry is what `getJobArtifactFile` takes; directories end in a slash and cannot be
   * downloaded.
   */
  listJobArtifactTree(project: number | string, job_id: number, options?: OptionsFor<'listJobArtifactTree'>): Pages<Item<'listJobArtifactTree'>>
  /**
   * Keep the artifacts of a job: `POST /projects/{id}/jobs/{job_id}/artifacts/keep`.
   *
   * Takes the expiry away from the artifacts of a job, so that they are not removed when their time has come, and
   * answers with the job, whose `artifacts_expire_at` is null now. This holds for the archive and for everything else
   * that the job left behind. Artifacts that were kept before stay kept, so the request may be repeated. It cannot be
   * taken back, but the artifacts can be deleted (`deleteJobArtifacts`).
   */
  keepJobArtifacts(project: number | string, job_id: number, options?: Options<'keepJobArtifacts'>): Pending<Data<'keepJobArtifacts'>>
  /**
   * Download one file from the archive of a job: `GET /projects/{id}/jobs/{job_id}/artifacts/{artifact_path}`.
   *
   * One file out of the archive of a job, unpacked on the way; the rest of the archive is not sent. The path is the one
   * that `listJobArtifactTree` shows. Its slashes may stand as they are or as `%2F`, and the extension is part of it. A
   * file named `tree` at the top of an archive cannot be fetched like this, because that address lists the archive.
   */
  getJobArtifactFile(project: number | string, job_id: number, artifact_path: string, options?: Options<'getJobArtifactFile'>): Pending<Data<'getJobArtifactFile'>>
  /**
   * Download the archive of the latest successful job of a ref: `GET /projects/{id}/jobs/artifacts/{ref_name}/download`.
   *
   * The archive of a job that is found by its name and its branch or tag instead of its number: the address of "the
   * latest build". What is sent is what `downloadJobArtifacts` sends for that job, byte for byte.
   */
  downloadRefArtifacts(project: number | string, ref_name: string, options: Options<'downloadRefArtifacts'>): Pending<Data<'downloadRefArtifacts'>>
  /**
   * Download one file from the latest successful job of a ref: `GET /projects/{id}/jobs/artifacts/{ref_name}/raw/{artifact_path}`.
   *
   * One file out of the archive of a job that is found by its name and its branch or tag: the address of "the latest
   * report". The file is unpacked on the way; the rest of the archive is not sent.
   */
  getRefArtifactFile(project: number | string, ref_name: string, artifact_path: string, options: Options<'getRefArtifactFile'>): Pending<Data<'getRefArtifactFile'>>
}

/** The operations that take a credential of each kind. */
export interface OperationsFor {
  token: 'deleteProjectArtifacts' | 'listProjectJobs' | 'listPipelineJobs' | 'listPipelineBridges' | 'getJob' | 'getJobLog' | 'cancelJob' | 'retryJob' | 'eraseJob' | 'playJob' | 'downloadJobArtifacts' | 'deleteJobArtifacts' | 'listJobArtifactTree' | 'keepJobArtifacts' | 'getJobArtifactFile' | 'downloadRefArtifacts' | 'getRefArtifactFile'
  oauth: 'deleteProjectArtifacts' | 'listProjectJobs' | 'listPipelineJobs' | 'listPipelineBridges' | 'getJob' | 'getJobLog' | 'cancelJob' | 'retryJob' | 'eraseJob' | 'playJob' | 'downloadJobArtifacts' | 'deleteJobArtifacts' | 'listJobArtifactTree' | 'keepJobArtifacts' | 'getJobArtifactFile' | 'downloadRefArtifacts' | 'getRefArtifactFile'
  jobToken: 'getTokenJob' | 'getAllowedAgents' | 'listProjectJobs' | 'listPipelineJobs' | 'listPipelineBridges' | 'downloadJobArtifacts' | 'listJobArtifactTree' | 'getJobArtifactFile' | 'downloadRefArtifacts' | 'getRefArtifactFile'
  anonymous: 'listPipelineJobs' | 'listPipelineBridges' | 'downloadJobArtifacts' | 'listJobArtifactTree' | 'getJobArtifactFile' | 'downloadRefArtifacts' | 'getRefArtifactFile'
}
