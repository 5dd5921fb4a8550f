/** The catalogue of refusals that are the same wherever they occur: reason, status and body, in GitLab's own words. */
export const refusals = {
  no_token: { status: 401, body: { message: '401 Unauthorized' } },
  unknown_token: { status: 401, body: { message: '401 Unauthorized' } },
  expired_token: {
    status: 401,
    body: { error: 'invalid_token', error_description: 'Token is expired. You can either do re-authorization or token refresh.' },
  },
  revoked_token: {
    status: 401,
    body: { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
  },
  user_blocked: { status: 403, body: { message: '403 Forbidden - Your account has been blocked.' } },
  not_allowed: { status: 403, body: { message: '403 Forbidden' } },
  job_not_retryable: { status: 403, body: { message: '403 Forbidden - Job is not retryable' } },
  job_not_erasable: { status: 403, body: { message: '403 Forbidden - Job is not erasable!' } },
  job_not_playable: { status: 400, body: { message: '400 Bad request - Unplayable Job' } },
  invalid_cursor: { status: 400, body: { error: 'cursor is invalid' } },
  invalid_path: { status: 400, body: { message: '400 Bad request' } },
  project_not_found: { status: 404, body: { message: '404 Project Not Found' } },
  pipeline_not_found: { status: 404, body: { message: '404 Not found' } },
  job_not_found: { status: 404, body: { message: '404 Not found' } },
  token_job_not_found: { status: 404, body: { message: '404 Job Not Found' } },
  recent_job_not_found: { status: 404, body: { message: '404 Job Not Found' } },
  archive_not_found: { status: 404, body: { message: '404 Not Found' } },
  entry_not_found: { status: 404, body: { message: '404 Not Found' } },
  artifacts_not_found: { status: 404, body: { message: '404 Artifacts Not Found' } },
  artifacts_metadata_not_found: { status: 404, body: { message: '404 Artifacts metadata Not Found' } },
  path_not_found: { status: 404, body: { message: '404 Path Not Found' } },
  log_not_found: { status: 404, body: { message: '404 Not Found' } },
  project_moved: { status: 405, body: { message: 'Non GET methods are not allowed for moved projects' } },
  keyset_order: { status: 405, body: { error: 'Keyset pagination is not yet available for this type of request' } },
  offset_too_deep: {
    status: 405,
    body: {
      error:
        'Offset pagination has a maximum allowed offset of 50000 for requests that return objects of type Ci::Build. Remaining records can be retrieved using keyset pagination.',
    },
  },
  project_refreshing_stats: {
    status: 409,
    body: { message: 'Action temporarily disabled. The project this pipeline belongs to is undergoing stats refresh.' },
  },
  resource_lock: { status: 409, body: { message: '409 Conflict: Resource lock' } },
  range_not_satisfiable: { status: 416, body: { message: '416 Range Not Satisfiable' } },
  rate_limited: { status: 429, body: { message: { error: 'This endpoint has been requested too many times. Try again later.' } } },
  server_stopping: { status: 503, body: { message: '503 Service Unavailable' } },
} as const

export type RefusalReason = keyof typeof refusals

/** A documented no, with the word for why. */
export function refuse<Reason extends RefusalReason>(reason: Reason): (typeof refusals)[Reason] {
  return refusals[reason]
}
