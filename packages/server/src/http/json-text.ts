import { weakTag } from './conditional.ts'

// Not `Buffer.from`: what that makes shares its memory with others, and would keep all of it as long as it is remembered.
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

  static of(value: unknown): JsonText {
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
