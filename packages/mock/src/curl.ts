import { type WireRequest, wireRequest } from '@jobs-api/contract'
import type { Answer, Operation } from './catalogue.ts'

/** A line for a shell that gets this answer, as unchanged production code would: by what the example shows, or by a token. */
export function curlLine(operation: Operation, answer: Answer, address: string): string {
  const { method, path, headers, body } = requestFor(operation, answer)
  const isFile = answer.mediaType === 'application/octet-stream'
  const words = [
    'curl --globoff',
    ...(method === 'GET' ? [] : [`--request ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${quoted(body)}`]),
    ...(isFile ? ['--output', quoted(fileNameOf(answer))] : []),
    quoted(address + path),
  ]
  return words.join(' ')
}

/** The request of the example itself, unless it takes more than a request to get there, or more than fits into a line. */
export function requestFor(operation: Operation, { status, name, request }: Answer): WireRequest {
  const isTelling = name !== undefined && request.settings === undefined && request.before === undefined && request.body_bytes === undefined
  if (isTelling) return wireRequest(askable(operation), request)
  const [base] = operation.answers
  return wireRequest(askable(operation), { ...base?.request, token: magicTokenOf(status, name), carrier: carrierOf(base?.request.token) })
}

/** The token that brings about an answer. */
export const magicTokenOf = (status: number, name: string | undefined): string => `mock-${status}${name === undefined ? '' : `-${name}`}`

const carrierOf = (token: string | null | undefined) => (token?.endsWith('-job') ? 'job_token' : 'private_token')

function askable({ method, path, parameters }: Operation) {
  const named = (place: string) => Object.fromEntries(parameters.filter((one) => one.in === place).map(({ name }) => [name, true]))
  const multiSegment = parameters.filter(({ isMultiSegment }) => isMultiSegment).map(({ name }) => name)
  return { method, path, multiSegment, path_parameters: named('path'), query_parameters: named('query') }
}

const fileNameOf = ({ headers }: Answer) => /filename="([^"]+)"/.exec(headers['Content-Disposition'] ?? '')?.[1] ?? 'answer'

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
