import { weakTag } from './conditional.ts'

const encoder = new TextEncoder()
const open = encoder.encode('[')
const comma = encoder.encode(',')
const close = encoder.encode(']')

/** JSON as it goes over the wire: bytes that can be sent again, and joined, without being encoded again. */
export class JsonText {
  readonly bytes: Uint8Array
  #tag: string | undefined

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** To be sent once and forgotten: it shares its memory with others, which is cheap, and would keep all of that alive. */
  static of(value: unknown): JsonText {
    return new JsonText(Buffer.from(JSON.stringify(value)))
  }

  /** To be remembered: with memory of its own. */
  static lasting(value: unknown): JsonText {
    return new JsonText(encoder.encode(JSON.stringify(value)))
  }

  /** A list of what was made into text before. */
  static list(rows: readonly JsonText[]): JsonText {
    return new JsonText(Buffer.concat([open, ...rows.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [comma, bytes])), close]))
  }

  /** A weak ETag. */
  get tag(): string {
    this.#tag ??= weakTag(this.bytes)
    return this.#tag
  }
}
