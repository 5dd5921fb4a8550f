import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { refuse } from '../operations/refusals.ts'
import type { Bytes } from '../storage/bytes.ts'
import { isUnchanged, notModified } from './conditional.ts'
import { exchangeOf } from './exchange.ts'
import { sendJson } from './json.ts'
import { stretchOf } from './range.ts'
import { served } from './served.ts'

/** What a handler gives back, as the dispatcher sees it. */
export interface Answer {
  readonly status: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
}

/** Sends an answer: JSON through the validator, everything else after a check of its status and media type. */
export async function send(request: Request, response: Response, answer: Answer): Promise<void> {
  for (const [name, value] of Object.entries(answer.headers ?? {})) if (value !== undefined) response.setHeader(name, value)
  response.status(answer.status)
  if (answer.body !== undefined && answer.type === undefined) return sendJson(request, response, answer.body)
  assertDocumented(request, answer)
  if (answer.body === undefined) return void response.end()
  response.setHeader('Content-Type', answer.type ?? 'application/octet-stream')
  const bytes = typeof answer.body === 'string' ? textBytes(answer.body) : (answer.body as Bytes)
  const { gzip } = bytes
  if (gzip !== undefined) response.vary('Accept-Encoding')
  const isPacked = gzip !== undefined && request.acceptsEncodings('gzip', 'identity') === 'gzip'
  const tag = tagOf(response, isPacked)
  if (answer.status === 200 && isUnchanged(request.get('if-none-match'), tag)) return void notModified(response)
  if (isPacked) response.setHeader('Content-Encoding', 'gzip')
  await sendBytes(request, response, isPacked ? gzip : bytes)
}

/** Other bytes have another strong tag. RFC 9110, section 8.8.3.3. */
function tagOf(response: Response, isPacked: boolean): string | undefined {
  const tag = response.getHeader('etag')?.toString()
  if (!isPacked || tag === undefined) return tag
  const packed = tag.replace(/"$/, '-gzip"')
  response.setHeader('ETag', packed)
  return packed
}

async function sendBytes(request: Request, response: Response, bytes: Bytes): Promise<void> {
  const ranges = bytes.ranges && response.statusCode === 200
  if (ranges) response.setHeader('Accept-Ranges', 'bytes')
  const stretch = ranges && mayBePart(request, response) ? stretchOf(request.get('range'), bytes.size) : undefined
  if (stretch === 'beyond') {
    response.setHeader('Content-Range', `bytes */${bytes.size}`)
    for (const name of ['Content-Disposition', 'Content-Transfer-Encoding', 'ETag']) response.removeHeader(name)
    return sendJson(request, response.status(416), refuse('range_not_satisfiable').body)
  }
  const { start, end } = stretch ?? { start: 0, end: bytes.size }
  if (stretch !== undefined) response.status(206).setHeader('Content-Range', `bytes ${start}-${end - 1}/${bytes.size}`)
  response.setHeader('Content-Length', end - start)
  if (exchangeOf(request).isHead || start === end) return void response.end() // nothing need be opened
  if (bytes.sendTo !== undefined) return bytes.sendTo(response, start, end)
  const source = bytes.open(start, end)
  await once(source, 'readable') // what cannot be read at all is an accident with a body, like any other
  if (response.destroyed) return void source.destroy() // the client has gone away already
  await pipeline(source, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error // that code means: the client went away, as it may
  })
}

/** With `If-Range`, a part only makes sense to a client that holds the rest of the same bytes. RFC 9110, section 13.1.5. */
function mayBePart(request: Request, response: Response): boolean {
  const held = request.get('if-range')
  const tag = response.getHeader('etag')?.toString()
  return held === undefined || (held === tag && !held.startsWith('W/'))
}

function textBytes(text: string): Bytes {
  const buffer = Buffer.from(text)
  return { size: buffer.length, ranges: false, open: (start, end) => Readable.from([buffer.subarray(start, end)]) }
}

/** The validator looks at JSON only; for the rest this is the check that nothing undocumented leaves the house. */
function assertDocumented(request: Request, { status, type, body }: Answer): void {
  const { operationId } = exchangeOf(request)
  if (operationId === undefined) return
  const answers: Readonly<Record<string, readonly string[]>> = served[operationId].answers
  const types = answers[String(status)]
  if (types === undefined || (body !== undefined && !types.includes(type ?? '')))
    throw new Error(`${operationId} does not document ${status} ${type ?? 'without a body'}`)
}
