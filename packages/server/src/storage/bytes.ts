import type { Readable } from 'node:stream'

/** A body of known length that is read when it is needed, from anywhere. */
export interface Bytes {
  readonly size: number
  /** Whether a part can be sent as cheaply as the whole. */
  readonly ranges: boolean
  /** The bytes from `start` up to and without `end`. */
  open(start: number, end: number): Readable
}
