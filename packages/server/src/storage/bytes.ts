import type { Readable, Writable } from 'node:stream'

/** A body of known length that is read when it is needed, from anywhere. */
export interface Bytes {
  readonly size: number
  /** Whether a part can be sent as cheaply as the whole. */
  readonly ranges: boolean
  /** The bytes from `start` up to and without `end`. */
  open(start: number, end: number): Readable
  /**
   * Writes the same bytes and ends the target, with less memory than a stream would take. What cannot be read at all is an
   * error before anything is written; a target that goes away is none.
   */
  readonly sendTo?: (target: Writable, start: number, end: number) => Promise<void>
  /** The same, packed (RFC 1952), where it lies packed already. */
  readonly gzip?: Bytes
}

/** Somebody removed the bytes after they had been found and before they were read. */
export class BytesGone extends Error {
  override name = 'BytesGone'
}

/** A part of a body, as a body. */
export function stretchOfBytes({ ranges, open, sendTo }: Bytes, start: number, end: number): Bytes {
  return {
    size: end - start,
    ranges,
    open: (from, to) => open(start + from, start + to),
    ...(sendTo && { sendTo: (target: Writable, from: number, to: number) => sendTo(target, start + from, start + to) }),
  }
}

/** The same body, sent whole or not at all. */
export function wholeOf({ size, open, sendTo }: Bytes): Bytes {
  return { size, ranges: false, open, ...(sendTo && { sendTo }) }
}

export const isBytes = (body: unknown): body is Bytes => typeof body === 'object' && body !== null && 'open' in body && 'ranges' in body
