/** From `start` up to and without `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The stretch that a `Range` header asks for, `beyond` if it begins past the end, or undefined where the whole is the
 * answer: without the header, for several stretches, for other units, and for what cannot be understood. RFC 9110, section 14.2.
 */
export function stretchOf(header: string | undefined, size: number): Stretch | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (first === '') return last === '' ? undefined : lastBytes(Number(last), size)
  const start = Number(first)
  if (last !== '' && Number(last) < start) return undefined
  if (start >= size) return 'beyond'
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) }
}

/** The last bytes of nothing are nothing, which is the whole. */
function lastBytes(count: number, size: number): Stretch | 'beyond' | undefined {
  if (count === 0) return 'beyond'
  return size === 0 ? undefined : { start: Math.max(0, size - count), end: size }
}
