import { type OperationId, operations } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectThat } from '../expectations.ts'
import { refusals } from '../refusals.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { refuses, succeeds } from './twin.ts'

const madeUpToken = 'a-token-that-nobody-has'

const takes = (id: OperationId, credential: string): boolean => (operations[id].credentials as readonly string[]).includes(credential)

/** Who is asking: what holds of every operation, whatever it does. */
export function signIn(id: OperationId): Check[] {
  return [
    ...(takes(id, 'anonymous') ? [] : [noToken(id)]),
    check(
      `${id}.unknown-token`,
      'must',
      [
        'authentication-missing',
        'authentication-bad-token-on-public',
        'authentication-private-token-header',
        'errors-unauthorized',
        ...(id === 'getTokenJob' ? (['token-job-no-token'] as const) : []),
      ],
      'A token that nobody has is refused with 401.',
      (target) => refuses(target, id, { how: { madeUpToken } }, 401, refusals.unauthorized),
    ),
    ...(takes(id, 'personalToken') ? personalToken(id) : []),
  ]
}

const noToken = (id: OperationId) =>
  check(
    `${id}.no-token`,
    'must',
    ['authentication-required', 'authentication-missing', 'errors-unauthorized'],
    'Without a token the request is refused with 401.',
    (target) => refuses(target, id, { how: { as: null } }, 401, refusals.unauthorized),
  )

function personalToken(id: OperationId): Check[] {
  return [
    check(
      `${id}.bearer-token`,
      'must',
      'authentication-private-token',
      'A personal token is accepted as a bearer token.',
      async (target) => void (await succeeds(target, id, { how: { carrier: 'bearer' } })),
    ),
    check(
      `${id}.query-token`,
      'must',
      'authentication-private-token',
      'A personal token is accepted as the query parameter private_token.',
      async (target) => void (await succeeds(target, id, { how: { carrier: 'query' } })),
    ),
    ...(needsMaintainer.has(id) ? [] : [oauthToken(id)]),
    operations[id].method === 'get' ? readOnlyReads(id) : readOnlyCannotAct(id),
  ]
}

const oauthToken = (id: OperationId) =>
  check(
    `${id}.oauth-token`,
    'must',
    'authentication-oauth-token',
    'An OAuth token is accepted as a bearer token and as the query parameter access_token.',
    async (target) => {
      for (const carrier of ['bearer', 'query'] as const) await succeeds(target, id, { how: { as: 'oauth', carrier } })
    },
  )

/** The application that was let in acts for a developer. */
const needsMaintainer: ReadonlySet<OperationId> = new Set(['eraseJob', 'deleteJobArtifacts', 'deleteProjectArtifacts'])

const readOnlyReads = (id: OperationId) =>
  check(
    `${id}.read-only-token`,
    'must',
    'authentication-scopes',
    'A token of the scope read_api is enough for GET.',
    async (target) => void (await succeeds(target, id, { how: { as: 'read-only' } })),
  )

const readOnlyCannotAct = (id: OperationId) =>
  check(
    `${id}.read-only-token`,
    'must',
    'authentication-scopes',
    'A token of the scope read_api is not enough to change anything.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const answer = await target.ask(id, parameters, { ...how, as: 'read-only' })
      expectThat(answer, answer.status >= 400, `expected a refusal, got ${answer.status}`)
      await succeeds(target, id)
    },
  )
