import type { Sending } from './attempt.ts'
import { streamOf } from './chunks.ts'
import { withoutSecrets } from './credentials.ts'
import { type ErrorDetails, JobsApiError } from './errors.ts'
import type { Outgoing } from './redirects.ts'
import { refusal, requestIdOf } from './refusal.ts'

/** Characters of a body that an error keeps, and that are read for it: a credential that begins within the first must be known whole. */
const rawLimit = 65_536
const readLimit = 80_000

/** An answer on its way from its status to its data. */
export class Reading {
  readonly #response: Response
  readonly #sent: Outgoing
  readonly #work: Sending

  constructor(response: Response, sent: Outgoing, work: Sending) {
    this.#response = response
    this.#sent = sent
    this.#work = work
  }

  /** What the answer holds; rejects with a `JobsApiError` if it is no success or not what it should be. */
  async data(ended: () => void): Promise<unknown> {
    const { status, ok, headers } = this.#response
    const {
      operationId,
      call: { answer },
    } = this.#work
    if (status === 304 && answer !== 'pages') return undefined
    if (!ok) throw refusal(operationId, this.#response, this.#hide(await this.#beginning()).slice(0, rawLimit))
    if (answer === 'nothing') return void (await this.#response.body?.cancel())
    // A file of an archive may be a page, but then it is one to keep; anything else comes from a proxy or a sign-in form.
    const isKept = answer === 'bytes' ? headers.has('content-disposition') : answer !== 'text'
    if (!isKept && headers.get('content-type')?.startsWith('text/html') === true)
      throw this.#broken(`a page came in place of ${answer}`, await this.#beginning())
    if (answer === 'bytes') return this.#stream(ended)
    const text = await this.#response.text().catch((cause: unknown) => {
      throw this.#broken('the connection broke', undefined, undefined, { cause })
    })
    return answer === 'text' ? text : this.#json(text)
  }

  /** Ends a read that is under way when the request is aborted: Deno has been seen to let it wait for ever. */
  #stream(ended: () => void): ReadableStream<Uint8Array> {
    const { signal } = this.#sent // of this attempt alone: nobody else listens
    const reader = (this.#response.body ?? new Blob().stream()).getReader()
    const stop = () => {
      ended()
      reader.cancel().catch(() => undefined)
    }
    signal.onabort = stop
    return streamOf(async () => {
      const chunk = await reader.read()
      signal.throwIfAborted()
      return chunk
    }, stop)
  }

  #json(text: string): unknown {
    const { operationId, call, validate } = this.#work
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      // Then it is neither of the two.
    }
    const isList = call.answer === 'pages'
    if (Object(value) !== value || Array.isArray(value) !== isList)
      throw this.#broken(`the answer is no JSON ${isList ? 'list' : 'object'}`, text)
    const problems = validate?.(operationId, value, (text) => this.#hide(text))
    if (problems?.[0] === undefined) return value
    const [{ path, expected, received }] = problems
    throw this.#broken(`the answer ${path} ${expected}, but is ${received}`, text, { kind: 'invalid_answer', canRetry: false, problems })
  }

  #hide(text: string): string {
    return withoutSecrets(text, this.#sent.headers)
  }

  #broken(text: string, rawBody?: string, more?: Partial<ErrorDetails>, options?: ErrorOptions): JobsApiError {
    return new JobsApiError(
      text,
      {
        kind: 'broken_answer',
        operationId: this.#work.operationId,
        status: this.#response.status,
        requestId: requestIdOf(this.#response),
        rawBody: rawBody && this.#hide(rawBody).slice(0, rawLimit),
        ...more,
      },
      options,
    )
  }

  /** As much of a body as an error may keep and the length of a credential more, however long it is and however it ends. */
  async #beginning(): Promise<string> {
    const decoder = new TextDecoder()
    const reader = this.#response.body?.getReader()
    let text = ''
    try {
      while (reader !== undefined && text.length < readLimit) {
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
}
