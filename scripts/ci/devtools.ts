import { EventEmitter, once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

type Result = Readonly<Record<string, unknown>>

/** The Chrome DevTools protocol over a pair of pipes (`--remote-debugging-pipe`): JSON messages, each ended by a zero byte. */
export class Devtools {
  readonly #to: Writable
  readonly #events = new EventEmitter()
  #last = 0

  constructor(to: Writable, from: Readable) {
    this.#to = to
    let rest = ''
    from.setEncoding('utf8').on('data', (chunk: string) => {
      const texts = (rest + chunk).split('\0')
      rest = texts.pop() ?? ''
      for (const text of texts) this.#hear(JSON.parse(text))
    })
  }

  async ask(method: string, params: object, sessionId?: string): Promise<Result> {
    const id = ++this.#last
    const answered = once(this.#events, `answer ${id}`)
    this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    const [answer]: Message[] = await answered
    if (answer?.error !== undefined) throw new Error(`${method}: ${answer.error.message}`)
    return answer?.result ?? {}
  }

  async happens(event: string): Promise<void> {
    await once(this.#events, event)
  }

  #hear(message: Message): void {
    this.#events.emit(message.id === undefined ? (message.method ?? '') : `answer ${message.id}`, message)
  }
}
