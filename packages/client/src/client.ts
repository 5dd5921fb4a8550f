import type { OperationId } from '@jobs-api/contract'
import { createFinalURL } from 'openapi-fetch'
import { fillPath, spellQuery } from './addresses.ts'
import { atMostOnce } from './at-most-once.ts'
import { attempts } from './attempts.ts'
import { type Filled, fill, namesIn } from './call.ts'
import { credentialsOf } from './credentials.ts'
import type { Tell } from './events.ts'
import { calls } from './generated/calls.ts'
import { Pages } from './pages.ts'
import type { Send, SendOutgoing } from './redirects.ts'
import type { Answer, CallOptions, Credentials, JobsClient, KindOf, Pending, Validate } from './types.ts'

export type JobsClientOptions = Credentials &
  Pick<CallOptions, 'timeoutInMs' | 'attemptTimeoutInMs' | 'maxRetries'> & {
    /** Where the API is, up to and including `/api/v4`. */
    baseUrl: string
    /** What sends a request; `fetch` unless told otherwise. It must not follow redirects where it is told not to. */
    fetch?: Send
    /** Is told of each request, answer, retry and failure. */
    onEvent?: Tell
    /** Looks at each answer that is JSON: `validateAnswers` of `@jobs-api/client/validation`. Nobody does unless told otherwise. */
    validate?: Validate
  }

/** A client of the Jobs API: a method for each operation that takes such a credential, bearing its name. */
export function createJobsClient<const Given extends JobsClientOptions>(options: Given): JobsClient<KindOf<Given>> {
  const call = caller(options)
  const methods = Object.entries(calls).map(([id, row]) => {
    const names = namesIn(row.path)
    const method = (...given: readonly unknown[]) => {
      const filled = fill(id as OperationId, row, names, given)
      return row.answer === 'pages' ? new Pages(filled, call) : pending(call(filled))
    }
    return [id, method]
  })
  // Here the table meets the types. Both are generated from one document, which no type can say.
  return Object.fromEntries(methods) as unknown as JobsClient<KindOf<Given>>
}

/** How this client carries out any call: openapi-fetch spells the address, `attempts` sends the request and reads the answer. */
function caller({ baseUrl, fetch: given, onEvent: tell, validate, ...rest }: JobsClientOptions) {
  const { search, username } = new URL(baseUrl, 'http://localhost')
  if (search !== '' || username !== '') throw new TypeError('baseUrl must hold neither a query nor a credential')
  const base = baseUrl.replace(/\/$/, '')
  const send: SendOutgoing = (outgoing) => {
    const request = atMostOnce(outgoing)
    return given === undefined ? fetch(request.url, request) : given(new Request(request.url, request))
  }
  return async (filled: Filled): Promise<Answer<unknown>> => {
    const { options } = filled
    const { headers, ...request } = described(base, filled)
    return attempts({
      ...filled,
      send,
      tell,
      validate,
      signal: options.signal,
      timeoutInMs: options.timeoutInMs ?? rest.timeoutInMs ?? 120_000,
      attemptTimeoutInMs: options.attemptTimeoutInMs ?? rest.attemptTimeoutInMs ?? 30_000,
      maxRetries: options.maxRetries ?? rest.maxRetries ?? 5,
      prepare: async (signal, asBearer) => {
        // `fetch` takes only a bearer token off on the way to another origin.
        const { 'private-token': personal, 'job-token': ofJob, ...others } = headers
        const redirect = asBearer ? 'follow' : 'manual'
        return { ...request, headers: { ...(asBearer ? others : headers), ...(await credentialsOf(rest, asBearer)) }, redirect, signal }
      },
    })
  }
}

/** What is sent, but for the credential: parameters travel in the body of a POST, else in the query. */
function described(baseUrl: string, { call: { method, path }, path: inPath, wire, options }: Filled) {
  const hasBody = method === 'POST' && Object.keys(wire).length > 0
  const params = { path: inPath, query: hasBody ? {} : wire }
  // In lower case, so that a header of the caller's replaces ours, and ours a credential of the caller's.
  const given = Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const)
  const headers: Record<string, string> = { ...(hasBody && { 'content-type': 'application/json' }), ...Object.fromEntries(given) }
  return {
    url: createFinalURL(path, { baseUrl, params, querySerializer: spellQuery, pathSerializer: fillPath }),
    method,
    headers,
    ...(hasBody && { body: JSON.stringify(wire) }),
  }
}

function pending(answer: Promise<Answer<unknown>>): Pending<unknown> {
  const data = answer.then(({ data }) => data)
  const withResponse = () => {
    data.catch(() => undefined) // the caller looks at the other promise
    return answer
  }
  return Object.assign(data, { withResponse })
}
