// Generated from openapi/ by `npm run generate`. Do not edit.

/** Why something was refused, in the contract's words. The list is open: a newer server may know more. */
export type Reason =
  | 'accident'
  | 'archive_not_found'
  | 'artifacts_metadata_not_found'
  | 'artifacts_not_accessible'
  | 'artifacts_not_found'
  | 'body_too_large'
  | 'debug_log_not_allowed'
  | 'entry_not_found'
  | 'expired_token'
  | 'finished_job_token'
  | 'force_not_allowed'
  | 'insufficient_scope'
  | 'invalid_cursor'
  | 'invalid_input'
  | 'invalid_parameter'
  | 'invalid_path'
  | 'job_archived'
  | 'job_not_erasable'
  | 'job_not_found'
  | 'job_not_playable'
  | 'job_not_retryable'
  | 'job_token_ignored'
  | 'job_token_not_allowed'
  | 'keyset_order'
  | 'malformed_body'
  | 'missing_parameter'
  | 'no_token'
  | 'not_allowed'
  | 'offset_too_deep'
  | 'path_not_found'
  | 'pipeline_not_found'
  | 'project_moved'
  | 'project_not_found'
  | 'project_refreshing_stats'
  | 'range_not_satisfiable'
  | 'rate_limited'
  | 'recent_job_not_found'
  | 'resource_lock'
  | 'revoked_token'
  | 'server_stopping'
  | 'store_busy'
  | 'token_job_not_found'
  | 'unknown_input'
  | 'unknown_token'
  | 'unsupported_media_type'
  | 'user_blocked'
  | 'variables_not_allowed'
  | (string & {})

/** How GitLab's sentence begins (28 characters), with an operation before it or without, and what is meant by it. */
export const reasons: Readonly<Record<string, Reason>> = {
  "401 Unauthorized": "unknown_token",
  "Token is expired. You can ei": "expired_token",
  "Token was revoked. You have ": "revoked_token",
  "403 Forbidden - Your account": "user_blocked",
  "404 Job Not Found": "token_job_not_found",
  "This endpoint has been reque": "rate_limited",
  "500 Internal Server Error": "accident",
  "503 Service Unavailable": "store_busy",
  "403 Forbidden": "not_allowed",
  "The request requires higher ": "insufficient_scope",
  "404 Project Not Found": "project_not_found",
  "Non GET methods are not allo": "project_moved",
  "Action temporarily disabled.": "project_refreshing_stats",
  "409 Conflict: Resource lock": "resource_lock",
  "Keyset pagination is not yet": "keyset_order",
  "Offset pagination has a maxi": "offset_too_deep",
  "404 Not found": "job_not_found",
  "416 Range Not Satisfiable": "range_not_satisfiable",
  "message body does not match ": "malformed_body",
  "Request Entity Too Large": "body_too_large",
  "403 Forbidden - Job is not r": "job_not_retryable",
  "403 Forbidden - Job is not e": "job_not_erasable",
  "400 Bad request - Unplayable": "job_not_playable",
  "404 Not Found": "archive_not_found",
  "404 Artifacts Not Found": "artifacts_not_found",
  "404 Artifacts metadata Not F": "artifacts_metadata_not_found",
  "404 Path Not Found": "path_not_found",
  "400 Bad request": "invalid_path",
  "listPipelineJobs 404 Not found": "pipeline_not_found",
  "listPipelineBridges 404 Not found": "pipeline_not_found",
  "downloadRefArtifacts 404 Job Not Found": "recent_job_not_found",
  "getRefArtifactFile 404 Job Not Found": "recent_job_not_found",
  "getRefArtifactFile 404 Not Found": "entry_not_found"
}
