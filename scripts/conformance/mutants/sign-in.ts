import { type OperationId, operations } from '@jobs-api/contract'
import {
  alone,
  answering,
  as,
  both,
  instead,
  jsonAnswer,
  to,
  tokenOf,
  withJson,
  withoutCredentials,
  withStatus,
  withToken,
} from './changes.ts'
import { type Asked, fault, type Sketch } from './mutant.ts'

// Derived from who may ask: a check of tokens that is skipped, or too strict.

const maintainer = 'demo-mia-personal'
const takes = (id: OperationId, credential: string) => (operations[id].credentials as readonly string[]).includes(credential)
const madeUp = 'a-token-that-nobody-has'
const unauthorized = { message: '401 Unauthorized' }

/** Somebody whose account is blocked. */
export const blocked = (id: OperationId): Sketch[] => [
  fault('access', 'blocked people may', `${id}.blocked-user`, instead(both(to(id), as('demo-bruno-personal')), withToken(maintainer))),
  fault(
    'access',
    'blocked people are 401',
    `${id}.blocked-user`,
    alone(both(to(id), as('demo-bruno-personal')), () => jsonAnswer(401, unauthorized)),
  ),
]

export function signIn(id: OperationId): Sketch[] {
  const refused = answering((asked, { status }) => asked.operation === id && status === 401, withStatus(403))
  const otherShape = answering(
    (asked, { status }) => asked.operation === id && status === 401,
    withJson(() => ({ error: '401 Unauthorized' })),
  )
  const skip = (token: string | undefined) => instead(both(to(id), as(token)), trusted(id))
  return [
    ...(takes(id, 'anonymous')
      ? []
      : [fault('access', 'no token needed', `${id}.no-token`, skip(undefined)), fault('refusal', '401 as 403', `${id}.no-token`, refused)]),
    fault(
      'refusal',
      'refuses everybody',
      `${id}.unknown-token`,
      alone(to(id), () => jsonAnswer(401, unauthorized)),
    ),
    fault('access', 'any token will do', `${id}.unknown-token`, skip(madeUp)),
    fault('refusal', 'an unknown token is 403', `${id}.unknown-token`, refused),
    fault('refusal', '401 of another shape', `${id}.unknown-token`, otherShape),
    ...(takes(id, 'personalToken') ? personal(id) : []),
    ...(takes(id, 'jobToken') ? job(id) : jobIgnored(id)),
  ]
}

/** As if somebody had asked who may do everything. */
const trusted = (id: OperationId) => (/TokenJob|AllowedAgents/.test(id) ? withJobToken('demo-webshop-job') : withToken(maintainer))

const withJobToken = (token: string) => (asked: Asked) => {
  const bare = withoutCredentials(asked)
  return { ...bare, headers: { ...bare.headers, 'job-token': token } }
}

function personal(id: OperationId): Sketch[] {
  const isBearer = (asked: Asked) => asked.headers['authorization'] === `Bearer ${maintainer}`
  const isQuery = (asked: Asked) => asked.url.searchParams.has('private_token')
  const oauth = both(to(id), as('demo-dana-oauth'))
  const readOnly = both(to(id), as('demo-dana-read-only'))
  const reads = operations[id].method === 'get'
  return [
    fault('access', 'no bearer tokens', `${id}.bearer-token`, instead(both(to(id), isBearer), withoutCredentials)),
    fault('access', 'no tokens in the query', `${id}.query-token`, instead(both(to(id), isQuery), withoutCredentials)),
    ...(/^(erase|delete)/.test(id) ? [] : [fault('access', 'no OAuth tokens', `${id}.oauth-token`, instead(oauth, withoutCredentials))]),
    fault(
      'access',
      reads ? 'read_api is not enough' : 'read_api is enough',
      `${id}.read-only-token`,
      reads
        ? alone(readOnly, () => jsonAnswer(403, { error: 'insufficient_scope', error_description: 'no' }))
        : instead(readOnly, withToken(maintainer)),
    ),
  ]
}

function job(id: OperationId): Sketch[] {
  const ways = {
    header: (asked: Asked) => 'job-token' in asked.headers,
    query: (asked: Asked) => asked.url.searchParams.has('job_token'),
    bearer: (asked: Asked) => /^Bearer .*-job$/.test(asked.headers['authorization'] ?? ''),
  }
  return [
    ...Object.entries(ways).map(
      ([way, isSo]): Sketch =>
        fault(
          'access',
          `no job tokens by ${way}`,
          `${id}.job-token-${way}`,
          alone(
            both(to(id), isSo, (asked) => tokenOf(asked) === 'demo-webshop-job'),
            () => jsonAnswer(401, unauthorized),
          ),
        ),
    ),
    fault(
      'access',
      'tokens of finished jobs live on',
      `${id}.job-token-finished`,
      instead(both(to(id), as('demo-finished-job')), withJobToken('demo-webshop-job')),
    ),
  ]
}

const jobIgnored = (id: OperationId): Sketch[] => [
  fault('access', 'takes the token of a job', `${id}.job-token`, instead(both(to(id), as('demo-webshop-job')), withToken(maintainer))),
]
