import { weakTag } from './conditional.ts'

const encoder = new TextEncoder()
const [open, comma, close] = [0x5b, 0x2c, 0x5d] // in ASCII

/** JSON as it goes over the wire: bytes that can be sent again, and joined, without being encoded again. */
export class JsonText {
  readonly bytes: Uint8Array
  #tag: string | undefined

  private constructor(bytes: Uint8Array, tag?: string) {
    this.bytes = bytes
    this.#tag = tag
  }

  /** To be sent once and forgotten: it shares its memory with others, which is cheap, and would keep all of that alive. */
  static of(value: unknown): JsonText {
    return new JsonText(Buffer.from(JSON.stringify(value)))
  }

  /** To be remembered: with memory of its own. */
  static lasting(value: unknown): JsonText {
    return new JsonText(encoder.encode(JSON.stringify(value)))
  }

  /** A list of what was made into text before. Its tag is made from theirs: they are known, and all of its bytes would have to be read. */
  static list(rows: readonly JsonText[]): JsonText {
    return new JsonText(joined(rows.map(({ bytes }) => bytes)), weakTag(rows.map(({ tag }) => tag).join()))
  }

  /** A weak ETag. */
  get tag(): string {
    this.#tag ??= weakTag(this.bytes)
    return this.#tag
  }
}

function joined(rows: readonly Uint8Array[]): Uint8Array {
  const whole = Buffer.allocUnsafeSlow(rows.reduce((size, row) => size + row.length + 1, 1 + Number(rows.length === 0)))
  let end = 0
  for (const row of rows) {
    whole[end] = end === 0 ? open : comma
    whole.set(row, end + 1)
    end += row.length + 1
  }
  if (rows.length === 0) whole[end++] = open
  whole[end] = close
  return whole
}
