import type { OperationId } from '@jobs-api/contract'
import type { AnswerKind } from './call.ts'
import { type ErrorDetails, JobsApiError } from './errors.ts'
import { followRedirects, type Send } from './redirects.ts'
import { refusal } from './refusal.ts'
import type { Answer } from './types.ts'

export interface Sending {
  readonly operationId: OperationId
  readonly answer: AnswerKind
  readonly send: Send
  /** The same request with its credential as a bearer token, and redirects left to the platform. */
  readonly asBearer: (signal: AbortSignal) => Promise<Request>
}

const rawLimit = 64 * 1024

/** Sends a request once, follows where it leads, and reads the answer. Rejects with a `JobsApiError` for whatever is no success. */
export async function attempt(request: Request, { operationId, answer, send, asBearer }: Sending): Promise<Answer<unknown>> {
  const response = await followRedirects(request, send, () => asBearer(request.signal)).catch((cause: unknown) => {
    throw noAnswer(operationId, cause)
  })
  if (response.status === 304 && answer !== 'pages') return { data: undefined, response }
  if (!response.ok) throw refusal(operationId, response, await beginningOf(response))
  try {
    return { data: await read(response, answer), response }
  } catch (cause) {
    if (cause instanceof Broken) throw new JobsApiError(cause.message, { ...brokenBy(operationId, response), rawBody: cause.rawBody })
    throw new JobsApiError('the connection broke within the answer', brokenBy(operationId, response), { cause })
  }
}

class Broken extends Error {
  readonly rawBody: string

  constructor(message: string, rawBody: string) {
    super(message)
    this.rawBody = rawBody.slice(0, rawLimit)
  }
}

async function read(response: Response, answer: AnswerKind): Promise<unknown> {
  if (answer === 'nothing') return void (await response.body?.cancel())
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html')
  if (answer === 'bytes') {
    // A file of an archive may be a page, but then it is one to keep; anything else comes from a proxy or a sign-in form.
    if (isPage && response.headers.get('content-disposition') === null)
      throw new Broken('a page came in place of a file', await beginningOf(response))
    return response.body ?? new Blob([]).stream()
  }
  const text = await response.text()
  if (answer === 'text') {
    if (isPage) throw new Broken('a page came in place of a text', text)
    return text
  }
  if (text === '') throw new Broken('an empty answer came in place of JSON', text)
  return parsed(text, answer)
}

function parsed(text: string, answer: AnswerKind): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Broken('the answer is not JSON', text)
  }
  const isRight = answer === 'pages' ? Array.isArray(value) : typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isRight) throw new Broken(`the answer is not ${answer === 'pages' ? 'a list' : 'an object'}`, text)
  return value
}

/** As much of a body as an error may keep, however long it is and however it ends. */
async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length >= rawLimit) break
    }
  } catch {
    // Half a body is better than none.
  }
  return text.slice(0, rawLimit)
}

const brokenBy = (operationId: OperationId, { status, headers }: Response): ErrorDetails => ({
  kind: 'broken_answer',
  operationId,
  status,
  requestId: headers.get('x-request-id') ?? undefined,
  canRetry: true,
  wasNotHandled: false,
})

/** Where no connection came about, nobody can have handled the request. Browsers do not tell. */
const neverSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|E(NET|HOST)UNREACH)$/

function noAnswer(operationId: OperationId, cause: unknown): JobsApiError {
  const code = codeOf(cause)
  const wasNotHandled = neverSent.test(String(code))
  const text = wasNotHandled ? `there is no way to the server (${code})` : 'the connection broke'
  return new JobsApiError(text, { kind: 'network', operationId, canRetry: true, wasNotHandled }, { cause })
}

function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause }: { code?: unknown; cause?: unknown } = error
  return typeof code === 'string' ? code : codeOf(cause)
}
