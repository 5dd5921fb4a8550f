import { request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { isObject, type Json } from '@jobs-api/contract'
import { type AskedId, asked, type ExampleRequest } from './example.ts'

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Every example speaks to this address, wherever the server really listens. */
export const origin = 'http://127.0.0.1:4000'

/** Sends the request of an example to a server. */
export function sendRequest(port: number, operationId: AskedId, request: ExampleRequest): Promise<RawAnswer> {
  const { method } = asked[operationId]
  const { query, headers } = credentials(request)
  const body = bodyOf(request)
  const path = pathOf(operationId, request, query)
  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path,
        method: method.toUpperCase(),
        headers: { Host: new URL(origin).host, ...headers, ...body?.headers, ...request.headers },
      },
      (answer) =>
        buffer(answer).then((bytes) => {
          const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
          done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), body: bytes })
        }, fail),
    )
    outgoing.on('error', fail).end(body?.bytes)
  })
}

function credentials({ token = 'demo-dana-personal', carrier }: ExampleRequest) {
  if (token === null) return { query: {}, headers: {} }
  const isJob = token.endsWith('-job')
  if (carrier === 'bearer') return { query: {}, headers: { Authorization: `Bearer ${token}` } }
  if (carrier === 'query') return { query: { [isJob ? 'job_token' : 'private_token']: token }, headers: {} }
  return { query: {}, headers: { [isJob ? 'JOB-TOKEN' : 'PRIVATE-TOKEN']: token } }
}

function pathOf(operationId: AskedId, { parameters = {} }: ExampleRequest, credential: Record<string, string>): string {
  const { path, multiSegment, path_parameters, query_parameters } = asked[operationId]
  const spans = new Set<string>(multiSegment)
  const segment = (name: string, value: string) =>
    spans.has(name) ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value)
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(name, String(parameters[name] ?? '')))
  const query = new URLSearchParams(credential)
  const pathNames = Object.keys(path_parameters)
  const known = Object.keys(query_parameters)
  for (const [name, value] of Object.entries(parameters)) {
    if (pathNames.includes(name) || !known.includes(name)) continue
    for (const entry of Array.isArray(value) ? value : [value]) query.append(name, String(entry))
  }
  return `/api/v4${filled}${query.size > 0 ? `?${query}` : ''}`
}

function bodyOf({ body, body_text, body_bytes, media_type = 'application/json' }: ExampleRequest) {
  if (body === undefined && body_text === undefined && body_bytes === undefined) return undefined
  const isForm = media_type === 'application/x-www-form-urlencoded'
  const text = body_text ?? (body_bytes === undefined ? (isForm ? formText(body) : JSON.stringify(body)) : ' '.repeat(body_bytes))
  const bytes = Buffer.from(text)
  return { bytes, headers: { 'Content-Type': media_type, 'Content-Length': String(bytes.length) } }
}

/** Nested members as Rails reads them: `inputs[region]=eu-south`. */
function formText(body: Json | undefined): string {
  const form = new URLSearchParams()
  const add = (name: string, value: Json) => {
    if (!Array.isArray(value) && !isObject(value)) return form.append(name, String(value))
    for (const [key, entry] of Object.entries(value)) add(name === '' ? key : `${name}[${key}]`, entry)
  }
  add('', body ?? {})
  return form.toString()
}
