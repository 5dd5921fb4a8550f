import type { OperationId } from '@jobs-api/contract'
import { type ErrorKind, JobsApiError } from './errors.ts'
import { type Reason, reasons } from './generated/reasons.ts'
import { waitAskedFor } from './waits.ts'

/** The error that an answer with a status of 400 or above (or a redirect that leads nowhere) stands for. */
export function refusal(operationId: OperationId, response: Response, rawBody: string): JobsApiError {
  const { status, headers } = response
  const body = parse(rawBody)
  const sentence = sentenceOf(body)
  const reason = sentence === undefined ? undefined : reasonOf(operationId, sentence)
  return new JobsApiError(sentence ?? `${status} ${response.statusText}`, {
    kind: kinds[status] ?? (status < 500 ? 'refused' : 'failed'),
    operationId,
    status,
    reason,
    requestId: requestIdOf(response),
    body,
    rawBody,
    canRetry: passing.test(String(status)) || reason === 'resource_lock',
    // A limit is looked at before the request is, and a lost race changes nothing (decision 0032).
    wasNotHandled: status === 429 || reason === 'resource_lock',
    retryAfterInMs: waitAskedFor(headers, status),
  })
}

export const requestIdOf = ({ headers }: Response): string | undefined => headers.get('x-request-id') ?? undefined

const passing = /408|425|429|50[0234]/

const kinds: Readonly<Record<number, ErrorKind>> = { 401: 'unauthorized', 404: 'not_found', 429: 'rate_limited' }

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** GitLab says what is wrong as `message`, `error` or `error_description`, and sometimes one level deeper. */
function sentenceOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body
  if (typeof body !== 'object' || body === null) return undefined
  const { error_description, message, error }: { error_description?: unknown; message?: unknown; error?: unknown } = body
  return sentenceOf(error_description ?? message ?? error)
}

/** Sentences that have a name of the caller's in them, in the order in which they are tried. */
const forms: readonly (readonly [RegExp, Reason])[] = [
  [/^cursor is invalid$/, 'invalid_cursor'],
  [/ is missing(,|$)/, 'missing_parameter'],
  [/ is invalid(,|$)| does not have a valid value(,|$)/, 'invalid_parameter'],
  [/^The provided .* not supported\.$/, 'unsupported_media_type'],
  [/ - Unknown inputs?: /, 'unknown_input'],
  [/ input: /, 'invalid_input'],
  [/job token not allowed/, 'job_token_not_allowed'],
]

/** The table knows sentences by how they begin, which tells them apart and is shorter. */
function reasonOf(operationId: OperationId, sentence: string): Reason | undefined {
  const beginning = sentence.slice(0, 28)
  const known = [`${operationId} ${beginning}`, beginning].find((key) => Object.hasOwn(reasons, key))
  return known === undefined ? forms.find(([form]) => form.test(sentence))?.[1] : reasons[known]
}
