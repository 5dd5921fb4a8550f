import type { ServerResponse } from 'node:http'
import { weakTag } from './conditional.ts'

const open = Buffer.from('[')
const close = Buffer.from(']')
/** Bytes before a row that is the first, or alone. */
const comma = 1

/** Rows of fewer bytes, on average, are sooner copied than sent one by one. */
const small = 512

/** JSON as it goes over the wire. What was made into text before is neither encoded again nor copied: a list is sent row by row. */
export class JsonText {
  /** In bytes. */
  readonly length: number
  readonly #pieces: readonly Buffer[]
  #tag: string | undefined

  private constructor(pieces: readonly Buffer[], tag?: string) {
    this.#pieces = pieces
    this.#tag = tag
    this.length = pieces.reduce((sum, { length }) => sum + length, 0)
  }

  static of(value: unknown): JsonText {
    return new JsonText([Buffer.from(JSON.stringify(value))])
  }

  /** A row by itself. */
  static alone({ bytes }: RowText): JsonText {
    return new JsonText([bytes.subarray(comma)])
  }

  static list(rows: readonly RowText[]): JsonText {
    const pieces = rows.map(({ bytes }, index) => (index === 0 ? bytes.subarray(comma) : bytes))
    const all = [open, ...pieces, close]
    const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0)
    // What decides about the tag may only be the text itself: the same list has the same tag, whoever knew which of its rows.
    if (size < rows.length * small || rows.length === 0) return new JsonText([Buffer.concat(all)])
    return new JsonText(all, weakTag(rows.map(({ tag }) => tag).join()))
  }

  /** A weak ETag. */
  get tag(): string {
    this.#tag ??= weakTag(this.#pieces[0] ?? '')
    return this.#tag
  }

  /** The same in one piece, which is sent a little faster, for whoever sends it again and again. */
  get whole(): JsonText {
    return new JsonText([Buffer.concat(this.#pieces)], this.tag)
  }

  /** Sends all of it, as the rest of the answer. */
  end<Answer extends ServerResponse>(response: Answer): Answer {
    const [first, ...others] = this.#pieces
    if (others.length === 0) return response.end(first)
    response.cork() // all pieces go out in one call of the system
    for (const piece of this.#pieces) response.write(piece)
    return response.end()
  }
}

/** A row of a list, with the comma that stands before it. */
export class RowText {
  readonly bytes: Buffer
  #tag: string | undefined

  private constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** To be sent once and forgotten: it shares its memory with others, which is cheap, and would keep all of that alive. */
  static of(value: unknown): RowText {
    return new RowText(Buffer.from(`,${JSON.stringify(value)}`))
  }

  /** To be remembered: with memory of its own. */
  static lasting(value: unknown): RowText {
    const text = `,${JSON.stringify(value)}`
    const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
    bytes.write(text)
    return new RowText(bytes)
  }

  get tag(): string {
    this.#tag ??= weakTag(this.bytes)
    return this.#tag
  }
}
