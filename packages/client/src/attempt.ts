import type { OperationId } from '@jobs-api/contract'
import type { AnswerKind } from './call.ts'
import { streamOf } from './chunks.ts'
import { withoutSecrets } from './credentials.ts'
import { JobsApiError } from './errors.ts'
import { followRedirects, type Outgoing, type SendOutgoing } from './redirects.ts'
import { refusal, requestIdOf } from './refusal.ts'
import type { Answer } from './types.ts'

export interface Sending {
  readonly operationId: OperationId
  readonly answer: AnswerKind
  readonly send: SendOutgoing
  /** The request with a credential that is good now; as a bearer token where redirects are left to the platform. */
  readonly prepare: (signal: AbortSignal, asBearer: boolean) => Promise<Outgoing>
}

const rawLimit = 64 * 1024

/**
 * Sends a request once, follows where it leads, and reads the answer. Rejects with a `JobsApiError` for whatever is no success.
 * `ended` is called at the end of an answer that is a stream.
 */
export async function attempt(request: Outgoing, work: Sending, ended: () => void): Promise<Answer<unknown>> {
  const { operationId, answer, send, prepare } = work
  const response = await followRedirects(request, send, () => prepare(request.signal, true)).catch((cause: unknown) => {
    throw noAnswer(operationId, cause)
  })
  const told = (text: string) => withoutSecrets(text, request.headers).slice(0, rawLimit)
  if (response.status === 304 && answer !== 'pages') return { data: undefined, response }
  if (!response.ok) throw refusal(operationId, response, told(await beginningOf(response)))
  const broken: Break = (text, rawBody, options) => {
    const details = { operationId, status: response.status, requestId: requestIdOf(response), rawBody: rawBody && told(rawBody) }
    return new JobsApiError(text, { kind: 'broken_answer', ...details }, options)
  }
  try {
    return { data: await read(response, answer, broken, ended), response }
  } catch (cause) {
    if (cause instanceof JobsApiError) throw cause
    throw broken('the connection broke within the answer', undefined, { cause })
  }
}

type Break = (text: string, rawBody?: string, options?: ErrorOptions) => JobsApiError

async function read(response: Response, answer: AnswerKind, broken: Break, ended: () => void): Promise<unknown> {
  if (answer === 'nothing') return void (await response.body?.cancel())
  const isPage = answer !== 'json' && response.headers.get('content-type')?.startsWith('text/html') === true
  if (answer === 'bytes') {
    // A file of an archive may be a page, but then it is one to keep; anything else comes from a proxy or a sign-in form.
    if (isPage && response.headers.get('content-disposition') === null)
      throw broken('a page came in place of a file', await beginningOf(response))
    const reader = (response.body ?? new Blob([]).stream()).getReader()
    return streamOf(
      () => reader.read(),
      (reason) => {
        ended()
        return reader.cancel(reason).catch(() => undefined)
      },
    )
  }
  const text = await response.text()
  if (answer !== 'text') return parsed(text, answer, broken)
  if (isPage) throw broken('a page came in place of a text', text)
  return text
}

function parsed(text: string, answer: AnswerKind, broken: Break): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw broken(`the answer is ${text === '' ? 'empty' : 'not JSON'}`, text)
  }
  const isList = answer === 'pages'
  const isRight = typeof value === 'object' && value !== null && Array.isArray(value) === isList
  if (!isRight) throw broken(`the answer is not ${isList ? 'a list' : 'an object'}`, text)
  return value
}

/** As much of a body as an error may keep and the length of a credential more, however long it is and however it ends. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  let text = ''
  try {
    while (reader !== undefined && text.length < rawLimit + 2 ** 14) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    // Half a body is better than none.
  }
  reader?.cancel().catch(() => undefined)
  return text
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
