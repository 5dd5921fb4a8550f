import { document, type OperationId, operations } from '@jobs-api/contract'
import { type Example, type ExampleRequest, examplesOf } from '../examples/example.ts'
import { breaksContract } from './fit.ts'

/** Why the contract alone decides what is answered: who asks, what is sent, or a situation that it shows. */
export type Ground = 'credential' | 'fit' | 'example'

/** Examples that a request alone brings about. */
export const situations: readonly Example[] = examplesOf(document).filter(
  ({ request }) => request.settings === undefined && request.before === undefined,
)

/** Tokens that the contract speaks of: what becomes of any other is not the contract's to say. */
const known = new Set(situations.map(({ request }) => request.token))
const refused = new Set(situations.filter(isAboutCredentials).map(({ operationId, request }) => `${operationId} ${request.token}`))

function isAboutCredentials({ status, reason }: Example): boolean {
  return status === 401 || reason === 'user_blocked' || reason === 'insufficient_scope'
}

/** Why the contract decides a made-up request; undefined if that is up to what a server holds. */
export function groundOf(id: OperationId, request: ExampleRequest): Ground | undefined {
  const { token } = request
  const credentials: readonly string[] = operations[id].credentials
  if (!known.has(token)) return undefined
  if (token === null ? !credentials.includes('anonymous') : refused.has(`${id} ${token}`)) return 'credential'
  return breaksContract(id, request) ? 'fit' : undefined
}
