import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { operations } from '@jobs-api/contract'
import type { Request, Response } from 'express'
import { refuse } from '../operations/refusals.ts'
import type { Bytes } from '../storage/bytes.ts'
import { isUnchanged, notModified } from './conditional.ts'
import { exchangeOf } from './exchange.ts'

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
  if (answer.body !== undefined && answer.type === undefined) return void response.json(answer.body)
  assertDocumented(request, answer)
  if (answer.body === undefined) return void response.end()
  response.setHeader('Content-Type', answer.type ?? 'application/octet-stream')
  const tag = response.getHeader('etag')?.toString()
  if (answer.status === 200 && isUnchanged(request.get('if-none-match'), tag)) return void notModified(response)
  await sendBytes(request, response, typeof answer.body === 'string' ? textBytes(answer.body) : (answer.body as Bytes))
}

async function sendBytes(request: Request, response: Response, bytes: Bytes): Promise<void> {
  const ranges = bytes.ranges && response.statusCode === 200 ? request.range(bytes.size, { combine: true }) : undefined
  if (bytes.ranges && response.statusCode === 200) response.setHeader('Accept-Ranges', 'bytes')
  if (ranges === -1) {
    response.setHeader('Content-Range', `bytes */${bytes.size}`)
    for (const name of ['Content-Disposition', 'ETag']) response.removeHeader(name)
    return void response.status(416).json(refuse('range_not_satisfiable').body)
  }
  const [part] = typeof ranges === 'object' && ranges.type === 'bytes' && ranges.length === 1 ? ranges : []
  const [start, end] = part === undefined ? [0, bytes.size] : [part.start, part.end + 1]
  if (part !== undefined) response.status(206).setHeader('Content-Range', `bytes ${start}-${end - 1}/${bytes.size}`)
  response.setHeader('Content-Length', end - start)
  if (exchangeOf(request).isHead) return void response.end()
  await pipeline(bytes.open(start, end), response)
}

function textBytes(text: string): Bytes {
  const buffer = Buffer.from(text)
  return { size: buffer.length, ranges: false, open: (start, end) => Readable.from([buffer.subarray(start, end)]) }
}

/** The validator looks at JSON only; for the rest this is the check that nothing undocumented leaves the house. */
function assertDocumented(request: Request, { status, type, body }: Answer): void {
  const { operationId } = exchangeOf(request)
  if (operationId === undefined) return
  const answers: Readonly<Record<string, readonly string[]>> = operations[operationId].answers
  const types = answers[String(status)]
  if (types === undefined || (body !== undefined && !types.includes(type ?? '')))
    throw new Error(`${operationId} does not document ${status} ${type ?? 'without a body'}`)
}
