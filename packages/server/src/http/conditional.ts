import { hash } from 'node:crypto'
import type { Response } from 'express'

/** A weak ETag in the form that GitLab's web stack gives to JSON. */
export function weakTag(text: string | Uint8Array): string {
  return `W/"${hash('sha256', text, 'hex').slice(0, 32)}"`
}

/** Whether a client that sent this `If-None-Match` holds the answer already. Weak comparison, as RFC 9110 asks for. */
export function isUnchanged(ifNoneMatch: string | undefined, tag: string | undefined): boolean {
  if (ifNoneMatch === undefined || tag === undefined) return false
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true
  const plain = (text: string) => text.trim().replace(/^W\//, '')
  return ifNoneMatch.split(',').some((candidate) => plain(candidate) === plain(tag))
}

/** Ends a response with 304: what only makes sense beside a body goes, the ETag stays. */
export function notModified(response: Response): Response {
  for (const name of ['Content-Type', 'Content-Disposition', 'Content-Transfer-Encoding', 'Accept-Ranges']) response.removeHeader(name)
  return response.status(304).end()
}
