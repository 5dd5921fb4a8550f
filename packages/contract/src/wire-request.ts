import { isObject, type Json } from './documents.ts'
import type { ExampleRequest } from './examples.ts'

/** What has to be known of an operation to ask it, as in the operation table. */
export interface Askable {
  readonly method: string
  readonly path: string
  readonly multiSegment: readonly string[]
  readonly path_parameters: object
  readonly query_parameters: object
}

/** A request as it goes over the wire. */
export interface WireRequest {
  /** In capitals. */
  readonly method: string
  /** From `/api/v4` on, query included. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** The request of an example, as a client would send it. */
export function wireRequest(operation: Askable, request: ExampleRequest): WireRequest {
  const { query, headers } = credentialsOf(request)
  const body = bodyOf(request)
  return {
    method: operation.method.toUpperCase(),
    path: pathOf(operation, request, query),
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'Content-Type': request.media_type ?? 'application/json' }),
      ...request.headers,
    },
    body,
  }
}

function credentialsOf({ token = 'demo-dana-personal', carrier }: ExampleRequest) {
  if (token === null) return { query: {}, headers: {} }
  const isJob = carrier === 'job_token' || (carrier !== 'private_token' && token.endsWith('-job'))
  if (carrier === 'bearer') return { query: {}, headers: { Authorization: `Bearer ${token}` } }
  if (carrier === 'query') return { query: { [isJob ? 'job_token' : 'private_token']: token }, headers: {} }
  return { query: {}, headers: { [isJob ? 'JOB-TOKEN' : 'PRIVATE-TOKEN']: token } }
}

function pathOf(operation: Askable, { parameters = {} }: ExampleRequest, credential: Record<string, string>): string {
  const segment = (name: string, value: string) =>
    operation.multiSegment.includes(name) ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value)
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(name, String(parameters[name] ?? '')))
  const query = new URLSearchParams(credential)
  for (const [name, value] of Object.entries(parameters)) {
    if (name in operation.path_parameters || !(name in operation.query_parameters)) continue
    for (const entry of Array.isArray(value) ? value : [value]) query.append(name, String(entry))
  }
  return `/api/v4${filled}${query.size > 0 ? `?${query}` : ''}`
}

function bodyOf({ body, body_text, body_bytes, media_type }: ExampleRequest): string | undefined {
  if (body_text !== undefined) return body_text
  if (body_bytes !== undefined) return ' '.repeat(body_bytes)
  if (body === undefined) return undefined
  return media_type === 'application/x-www-form-urlencoded' ? formText(body) : JSON.stringify(body)
}

/** Nested members as Rails reads them: `inputs[region]=eu-south`. */
function formText(body: Json): string {
  const form = new URLSearchParams()
  const add = (name: string, value: Json) => {
    if (!Array.isArray(value) && !isObject(value)) return form.append(name, String(value))
    for (const [key, entry] of Object.entries(value)) add(name === '' ? key : `${name}[${key}]`, entry)
  }
  add('', body)
  return form.toString()
}
