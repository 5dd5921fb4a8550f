/** What an answer with bytes says of them; `undefined` where it says nothing. */
export interface Extent {
  /** The place of its first byte in the whole. */
  readonly from: number
  /** The place behind its last byte. */
  readonly end: number | undefined
  /** The length of the whole. */
  readonly total: number | undefined
}

/** Which bytes an answer holds, by `Content-Range` or `Content-Length`. `undefined` if it is a part and does not say which. */
export function extentOf({ status, headers }: Response): Extent | undefined {
  if (status === 206) {
    const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? []
    if (first === undefined || last === undefined) return undefined
    return { from: Number(first), end: Number(last) + 1, total: total === '*' ? undefined : Number(total) }
  }
  const length = headers.get('content-length')
  const total = length === null || isEncoded(headers) ? undefined : Number(length)
  return { from: 0, end: total, total }
}

/** Packed on the way: then neither lengths nor ranges count the bytes that `fetch` hands out. */
export const isEncoded = (headers: Headers): boolean => (headers.get('content-encoding') ?? 'identity') !== 'identity'

/**
 * The name of `Content-Disposition` (RFC 6266), without whatever could lead to another folder; else that of `otherwise`.
 */
export function nameOf(headers: Headers, otherwise: string): string {
  const text = headers.get('content-disposition') ?? ''
  const extended = /filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(text)?.[1]
  const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1]?.replace(/\\(.)/g, '$1')
  const plain = /filename\s*=\s*([^";\s]+)/i.exec(text)?.[1]
  const names = [extended && decoded(extended), quoted, plain, otherwise].map((name) => lastPart(name ?? ''))
  return names.find((name) => name !== '') ?? 'artifacts.zip'
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Windows parts names with a backslash and drives with a colon. */
function lastPart(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), path.lastIndexOf(':')) + 1).replace(/\p{Cc}/gu, '')
  return name === '.' || name === '..' ? '' : name
}
