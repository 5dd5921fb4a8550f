import type { OperationId, paths } from '@jobs-api/contract'
import createClient from 'openapi-fetch'
import { fillPath, wireQuery } from './addresses.ts'
import { type Attempts, attempts } from './attempts.ts'
import { type Filled, fill } from './call.ts'
import { credentialHeaders, credentialsOf } from './credentials.ts'
import type { Tell } from './events.ts'
import { calls } from './generated/calls.ts'
import { Pages } from './pages.ts'
import type { Send } from './redirects.ts'
import type { Answer, CallOptions, Credentials, JobsClient, KindOf, Pending } from './types.ts'

export type JobsClientOptions = Credentials &
  Pick<CallOptions, 'timeoutInMs' | 'attemptTimeoutInMs' | 'maxRetries'> & {
    /** Where the API is, up to and including `/api/v4`. */
    baseUrl: string
    /** What sends a request; `fetch` unless told otherwise. It must not follow redirects where it is told not to. */
    fetch?: Send
    /** Is told of each request, answer, retry and failure. */
    onEvent?: Tell
  }

/** A client of the Jobs API: a method for each operation that takes such a credential, bearing its name. */
export function createJobsClient<const Given extends JobsClientOptions>(options: Given): JobsClient<KindOf<Given>> {
  const call = caller(options)
  const methods = Object.entries(calls).map(([id, row]) => [
    id,
    (...given: readonly unknown[]) => {
      const filled = fill(id as OperationId, row, given)
      if (row.answer !== 'pages') return pending(call(filled))
      return new Pages((query) => call({ ...filled, wire: query }), filled.wire, row.keyset === true, filled.startAt)
    },
  ])
  // Here the table meets the types. Both are generated from one document, which no type can say.
  return Object.fromEntries(methods) as unknown as JobsClient<KindOf<Given>>
}

type Request_ = (method: string, path: string, init: Record<string, unknown>) => Promise<unknown>

/** How this client carries out any call: openapi-fetch makes the request, `attempts` sends it and reads the answer. */
function caller({ baseUrl, fetch: send = (request) => fetch(request), onEvent, ...rest }: JobsClientOptions) {
  const { search, username } = new URL(baseUrl, 'http://localhost')
  if (search !== '' || username !== '') throw new TypeError('baseUrl must hold neither a query nor a credential')
  const client = createClient<paths>({ baseUrl, pathSerializer: fillPath, redirect: 'manual' })
  const request = client.request as unknown as Request_ // takes any path of the document with its method
  const patience = { timeoutInMs: 120_000, attemptTimeoutInMs: 30_000, maxRetries: 5, ...defined(rest) }
  return async (filled: Filled): Promise<Answer<unknown>> => {
    const { operationId, call, options } = filled
    let answer: Answer<unknown> | undefined
    const sendIt = async (bare: Request) => {
      const work: Attempts = {
        operationId,
        answer: call.answer,
        once: call.once === true,
        send,
        tell: onEvent,
        patience: { ...patience, ...options },
        prepare: async (signal) => withHeaders(bare.clone(), await credentialsOf(rest), { signal }),
        asBearer: async (request) => withHeaders(request, await credentialsOf(rest, true), { redirect: 'follow' }),
      }
      answer = await attempts(work)
      return answer.response
    }
    await request(call.method, call.path, { ...parameters(filled), parseAs: 'stream', fetch: sendIt })
    if (answer === undefined) throw new Error('openapi-fetch did not send the request')
    return answer
  }
}

function parameters({ call, path, wire, options }: Filled) {
  const takesBody = call.method === 'POST'
  const hasBody = takesBody && Object.keys(wire).length > 0
  return {
    params: { path, header: options.headers, query: takesBody ? {} : wireQuery(wire) },
    ...(hasBody && { body: wire }),
  }
}

function withHeaders(request: Request, credential: Record<string, string>, init: RequestInit): Request {
  const headers = new Headers(request.headers)
  if (Object.keys(credential).length > 0) for (const name of credentialHeaders) headers.delete(name)
  for (const [name, value] of Object.entries(credential)) headers.set(name, value)
  return new Request(request, { ...init, headers })
}

const defined = ({ timeoutInMs, attemptTimeoutInMs, maxRetries }: CallOptions) =>
  Object.fromEntries(Object.entries({ timeoutInMs, attemptTimeoutInMs, maxRetries }).filter(([, value]) => value !== undefined))

function pending(answer: Promise<Answer<unknown>>): Pending<unknown> {
  const data = answer.then(({ data }) => data)
  const withResponse = () => {
    data.catch(() => undefined) // the caller looks at the other promise
    return answer
  }
  return Object.assign(data, { withResponse })
}
