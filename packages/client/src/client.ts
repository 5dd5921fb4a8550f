import type { OperationId } from '@jobs-api/contract'
import { createFinalURL } from 'openapi-fetch'
import { fillPath, spellQuery } from './addresses.ts'
import { attempts } from './attempts.ts'
import { type Filled, fill } from './call.ts'
import { credentialsOf } from './credentials.ts'
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

/** How this client carries out any call: openapi-fetch spells the address, `attempts` sends the request and reads the answer. */
function caller({ baseUrl, fetch: send = (request) => fetch(request), onEvent, ...rest }: JobsClientOptions) {
  const { search, username } = new URL(baseUrl, 'http://localhost')
  if (search !== '' || username !== '') throw new TypeError('baseUrl must hold neither a query nor a credential')
  const patience = { timeoutInMs: 120_000, attemptTimeoutInMs: 30_000, maxRetries: 5, ...defined(rest) }
  return async (filled: Filled): Promise<Answer<unknown>> => {
    const { operationId, call, options } = filled
    const { url, init } = described(baseUrl.replace(/\/$/, ''), filled)
    const credited = async (asBearer: boolean) => {
      // `fetch` takes only a bearer token off on the way to another origin.
      const { 'private-token': personal, 'job-token': ofJob, ...others } = init.headers
      const headers = asBearer ? others : init.headers
      return { ...init, headers: { ...headers, ...(await credentialsOf(rest, asBearer)) } }
    }
    return attempts({
      operationId,
      answer: call.answer,
      once: call.once === true,
      send,
      tell: onEvent,
      patience: { ...patience, ...options },
      prepare: async (signal) => new Request(url, { ...(await credited(false)), redirect: 'manual', signal }),
      asBearer: async (signal) => new Request(url, { ...(await credited(true)), redirect: 'follow', signal }),
    })
  }
}

/** What is sent, but for the credential: parameters travel in the body of a POST, else in the query. */
function described(baseUrl: string, { call: { method, path }, path: inPath, wire, options }: Filled) {
  const hasBody = method === 'POST' && Object.keys(wire).length > 0
  const params = { path: inPath, query: method === 'POST' ? {} : wire }
  const headers: Record<string, string> = { ...(hasBody && { 'content-type': 'application/json' }), ...lowerCased(options.headers) }
  return {
    url: createFinalURL(path, { baseUrl, params, querySerializer: spellQuery, pathSerializer: fillPath }),
    init: {
      method,
      headers,
      ...(hasBody && { body: JSON.stringify(wire) }),
    },
  }
}

/** So that a header of the caller's replaces ours, and ours a credential of the caller's. */
const lowerCased = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

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
