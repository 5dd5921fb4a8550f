/** The bodies of refusals, letter by letter as GitLab writes them. */
export const refusals = {
  unauthorized: { message: '401 Unauthorized' },
  forbidden: { message: '403 Forbidden' },
  projectNotFound: { message: '404 Project Not Found' },
  /** A missing job or pipeline: with a small f. */
  recordNotFound: { message: '404 Not found' },
  /** A missing file: with a large F. */
  notFound: { message: '404 Not Found' },
  tokenJobNotFound: { message: '404 Job Not Found' },
  movedProject: { message: 'Non GET methods are not allowed for moved projects' },
  notRetryable: { message: '403 Forbidden - Job is not retryable' },
  notErasable: { message: '403 Forbidden - Job is not erasable!' },
  notPlayable: { message: '400 Bad request - Unplayable Job' },
  badRequest: { message: '400 Bad request' },
  refreshing: { message: 'Action temporarily disabled. The project this pipeline belongs to is undergoing stats refresh.' },
} as const
