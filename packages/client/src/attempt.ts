import type { OperationId } from '@jobs-api/contract'
import type { Call } from './call.ts'
import { JobsApiError } from './errors.ts'
import { Reading } from './reading.ts'
import { followRedirects, type Outgoing, type SendOutgoing } from './redirects.ts'
import type { Answer, Validate } from './types.ts'

export interface Sending {
  readonly operationId: OperationId
  readonly call: Call
  readonly send: SendOutgoing
  readonly validate: Validate | undefined
  /** The request with a credential that is good now; as a bearer token where redirects are left to the platform. */
  readonly prepare: (signal: AbortSignal, asBearer: boolean) => Promise<Outgoing>
}

/**
 * Sends a request once, follows where it leads, and reads the answer. Rejects with a `JobsApiError` for whatever is no success.
 * `ended` is called at the end of an answer that is a stream.
 */
export async function attempt(request: Outgoing, work: Sending, ended: () => void): Promise<Answer<unknown>> {
  const { operationId, send, prepare } = work
  const response = await followRedirects(request, send, () => prepare(request.signal, true)).catch((cause: unknown) => {
    throw noAnswer(operationId, cause)
  })
  return { data: await new Reading(response, request, work).data(ended), response }
}

/** Where no connection came about, nobody can have handled the request. Browsers do not tell. */
const neverSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|E(NET|HOST)UNREACH)$/

function noAnswer(operationId: OperationId, cause: unknown): JobsApiError {
  const code = codeOf(cause)
  const wasNotHandled = neverSent.test(String(code))
  const text = wasNotHandled ? `there is no way to the server (${code})` : 'the connection broke'
  return new JobsApiError(text, { kind: 'network', operationId, wasNotHandled }, { cause })
}

function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause }: { code?: unknown; cause?: unknown } = error
  return typeof code === 'string' ? code : codeOf(cause)
}
