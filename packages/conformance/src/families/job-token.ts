import type { Edition, OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { refusals } from '../refusals.ts'
import { refuses, succeeds } from './twin.ts'

/** Since when an operation takes the token of a job. Decision 0021. */
const takesSince: Readonly<Partial<Record<OperationId, Edition>>> = {
  getTokenJob: '17.x',
  getAllowedAgents: '17.x',
  listProjectJobs: 'current',
  listPipelineJobs: '17.x',
  listPipelineBridges: 'current',
  downloadJobArtifacts: '12.8',
  downloadRefArtifacts: '12.8',
  listJobArtifactTree: 'current',
  getJobArtifactFile: '17.x',
  getRefArtifactFile: '17.x',
}

/** Reads that take the token of a running job, in each of the three ways. */
export function takesJobToken(id: OperationId): Check[] {
  const limits = { from: takesSince[id] ?? 'current' }
  const ways = { header: 'in the header JOB-TOKEN', query: 'as the query parameter job_token', bearer: 'as a bearer token' } as const
  return [
    ...(['header', 'query', 'bearer'] as const).map((carrier) =>
      check(
        `${id}.job-token-${carrier}`,
        'must',
        ['authentication-job-token', 'authentication-job-token-carriers', ...sourcesOf(id)],
        `The token of a running job is accepted ${ways[carrier]}.`,
        async (target) => void (await succeeds(target, id, { how: { as: 'job', carrier } })),
        limits,
      ),
    ),
    check(
      `${id}.job-token-finished`,
      'must',
      /Job$|Agents$/.test(id) ? ['authentication-job-token-lifetime', 'token-job-no-token'] : 'authentication-job-token-lifetime',
      'The token of a finished job is refused with 401.',
      (target) => refuses(target, id, { how: { as: 'finished-job' } }, 401, refusals.unauthorized),
      limits,
    ),
  ]
}

function sourcesOf(id: OperationId) {
  if (id.startsWith('download'))
    return [
      'access-job-token-artifact-reads',
      'artifacts-job-token-parameter',
      'authentication-job-token-artifacts',
      'history-job-token-artifacts',
    ] as const
  if (/Artifact/.test(id)) return ['access-job-token-artifact-reads'] as const
  if (id.startsWith('list')) return ['access-job-token-lists', 'history-job-token-project-jobs', 'history-job-token-bridges'] as const
  return ['token-job-agents-auth'] as const
}

/** Operations that somebody must be signed in for, and to which the token of a job is nobody. */
export const ignoresJobToken = (id: OperationId): Check[] => [
  check(
    `${id}.job-token`,
    'must',
    ['authentication-job-token-ignored', 'access-job-token-not-job'],
    'The token of a job is ignored, so that nobody is signed in: 401.',
    (target) => refuses(target, id, { how: { as: 'job' } }, 401, refusals.unauthorized),
  ),
]
