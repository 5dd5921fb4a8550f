import type { ErrorRequestHandler } from 'express'
import { refuse } from '../operations/refusals.ts'
import { BytesGone } from '../storage/bytes.ts'
import { LostUpdate, StoreBusy } from '../storage/job-store.ts'
import { exchangeOf } from './exchange.ts'
import { misfitOf } from './misfit.ts'

const accident = { status: 500, body: { message: '500 Internal Server Error' }, headers: {} }
const busy = { status: 503, body: { message: '503 Service Unavailable' }, headers: { 'Retry-After': '1' } }

/** What was said of bytes that do not come. */
const ofBytes = ['Content-Disposition', 'Content-Encoding', 'Content-Range', 'Content-Transfer-Encoding', 'ETag', 'Accept-Ranges']

/** Told what happened and which request it happened to; it must not let a secret through. */
export type Report = (accident: { requestId: string; operationId: string | undefined; error: unknown }) => void

/**
 * Requests that do not fit, changes that lost a race and archives that were removed a moment ago are refused in GitLab's words;
 * everything else is an accident, and its details stay in the log. A store that is busy is one, too, but one that passes.
 */
export function accidents(report: Report): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const refusal = refusalOf(error)
    if (refusal === undefined) report({ requestId: exchangeOf(request).requestId, operationId: exchangeOf(request).operationId, error })
    if (response.headersSent) return void response.destroy()
    const { status, body, headers } = refusal ?? (error instanceof StoreBusy ? busy : accident)
    for (const name of ofBytes) response.removeHeader(name)
    const text = JSON.stringify(body)
    response.set(headers).status(status).setHeader('Content-Type', 'application/json') // without a charset
    response.setHeader('Content-Length', Buffer.byteLength(text)).end(text)
  }
}

function refusalOf(error: unknown): { status: number; body: object; headers: Readonly<Record<string, string>> } | undefined {
  if (error instanceof LostUpdate) return { ...refuse('resource_lock'), headers: {} }
  if (error instanceof BytesGone) return { ...refuse('archive_not_found'), headers: {} }
  return misfitOf(error)
}
