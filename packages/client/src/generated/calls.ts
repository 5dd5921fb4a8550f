// Generated from openapi/ by `npm run generate`. Do not edit.
import type { Call } from '../call.ts'
import type { Methods } from './methods.ts'

export const calls: { readonly [Id in keyof Methods]: Call } = {
  "getTokenJob": {
    "method": "GET",
    "path": "/job",
    "answer": "json"
  },
  "getAllowedAgents": {
    "method": "GET",
    "path": "/job/allowed_agents",
    "answer": "json"
  },
  "deleteProjectArtifacts": {
    "method": "DELETE",
    "path": "/projects/{id}/artifacts",
    "answer": "json"
  },
  "listProjectJobs": {
    "method": "GET",
    "path": "/projects/{id}/jobs",
    "answer": "pages",
    "keyset": true
  },
  "listPipelineJobs": {
    "method": "GET",
    "path": "/projects/{id}/pipelines/{pipeline_id}/jobs",
    "answer": "pages"
  },
  "listPipelineBridges": {
    "method": "GET",
    "path": "/projects/{id}/pipelines/{pipeline_id}/bridges",
    "answer": "pages"
  },
  "getJob": {
    "method": "GET",
    "path": "/projects/{id}/jobs/{job_id}",
    "answer": "json"
  },
  "getJobLog": {
    "method": "GET",
    "path": "/projects/{id}/jobs/{job_id}/trace",
    "answer": "text"
  },
  "cancelJob": {
    "method": "POST",
    "path": "/projects/{id}/jobs/{job_id}/cancel",
    "answer": "json"
  },
  "retryJob": {
    "method": "POST",
    "path": "/projects/{id}/jobs/{job_id}/retry",
    "answer": "json",
    "once": true
  },
  "eraseJob": {
    "method": "POST",
    "path": "/projects/{id}/jobs/{job_id}/erase",
    "answer": "json",
    "once": true
  },
  "playJob": {
    "method": "POST",
    "path": "/projects/{id}/jobs/{job_id}/play",
    "answer": "json",
    "once": true
  },
  "downloadJobArtifacts": {
    "method": "GET",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "answer": "bytes"
  },
  "deleteJobArtifacts": {
    "method": "DELETE",
    "path": "/projects/{id}/jobs/{job_id}/artifacts",
    "answer": "nothing"
  },
  "listJobArtifactTree": {
    "method": "GET",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/tree",
    "answer": "pages"
  },
  "keepJobArtifacts": {
    "method": "POST",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/keep",
    "answer": "json"
  },
  "getJobArtifactFile": {
    "method": "GET",
    "path": "/projects/{id}/jobs/{job_id}/artifacts/{+artifact_path}",
    "answer": "bytes"
  },
  "downloadRefArtifacts": {
    "method": "GET",
    "path": "/projects/{id}/jobs/artifacts/{+ref_name}/download",
    "answer": "bytes"
  },
  "getRefArtifactFile": {
    "method": "GET",
    "path": "/projects/{id}/jobs/artifacts/{+ref_name}/raw/{+artifact_path}",
    "answer": "bytes"
  }
}
