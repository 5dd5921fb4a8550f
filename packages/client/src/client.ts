import type { OperationId, paths } from '@jobs-api/contract'
import { operations } from '@jobs-api/contract/operations'
import createClient from 'openapi-fetch'
import { fillPath, wireQuery } from './addresses.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { followingRedirects, type Send } from './redirects.ts'
import type { JobsClient } from './types.ts'

export type JobsClientOptions = Credentials & {
  /** Where the API is, up to and including `/api/v4`. */
  baseUrl: string
  /** What sends a request; `fetch` unless told otherwise. It must not follow redirects by itself. */
  fetch?: Send
}

interface AnyInput {
  path?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>>
  headers?: Readonly<Record<string, unknown>>
  body?: unknown
  signal?: AbortSignal
}
interface AnyResult {
  data?: unknown
  error?: unknown
  response: Response
}
type Request = (method: string, path: string, init: Record<string, unknown>) => Promise<AnyResult>

/** A client of the Jobs API: a method for each operation of the contract, bearing its name. */
export function createJobsClient(options: JobsClientOptions): JobsClient {
  const { request } = createClient<paths>({
    baseUrl: options.baseUrl,
    headers: credentialsOf(options),
    pathSerializer: fillPath,
    redirect: 'manual',
    fetch: followingRedirects(options.fetch ?? ((request) => fetch(request))),
  })
  // Here the table meets the types. Both are generated from one document, which no type can say: `Call` and the table's
  // row for an id agree, and openapi-fetch takes any path of the document with its method.
  const send = request as unknown as Request
  const methods = ids.map((id) => [id, (input: AnyInput = {}) => call(send, id, input)] as const)
  return Object.fromEntries(methods) as unknown as JobsClient
}

const ids = Object.keys(operations) as OperationId[]

async function call(send: Request, id: OperationId, { path, query = {}, headers, body, signal }: AnyInput): Promise<AnyResult> {
  const operation = operations[id]
  const parseAs = parserOf(operation.answers, operation.success)
  const params = { path, header: headers, query: wireQuery(operation.query_parameters, query) }
  const result = await send(operation.method, operation.path, {
    params,
    parseAs,
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  })
  return result.response.ok && result.data === undefined ? { ...result, data: nothing[parseAs]() } : result
}

/** An empty answer is an empty one of its kind: the log of a job that has not written yet is '', and not missing. */
const nothing = { json: () => undefined, text: () => '', stream: () => new Blob([]).stream() }

function parserOf(answers: Readonly<Record<string, readonly string[]>>, success: number): keyof typeof nothing {
  const [type = 'application/json'] = answers[success] ?? []
  if (type.endsWith('json')) return 'json'
  return type.startsWith('text/') ? 'text' : 'stream'
}
