import { type Fault, sentenceOf } from './faults.ts'

/** A request that does not fit the contract, in GitLab's words. */
export interface Misfit {
  readonly status: number
  readonly body: { readonly error: string }
  readonly headers: Readonly<Record<string, string>>
}

/** A request with faulty parameters. */
export class Unfit extends Error {
  readonly status = 400
}

/** What the validator found wrong with a request; nothing, if it is not the validator's error. */
export function faultsOf(error: unknown): readonly Fault[] {
  const isMisfit = error instanceof Error && 'status' in error && error.status === 400
  return isMisfit && 'errors' in error && Array.isArray(error.errors) ? (error.errors as Fault[]) : []
}

/** Turns an error of the validator, or of a body parser, into a refusal; undefined if it is neither. */
export function misfitOf(error: unknown): Misfit | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return undefined
  const { status } = error
  const headers = 'headers' in error && typeof error.headers === 'object' ? (error.headers as Record<string, string>) : {}
  const refuse = (text: string): Misfit => ({ status, body: { error: text }, headers })
  if (status === 404) return refuse('404 Not Found')
  if (status === 405)
    return { ...refuse('405 Not Allowed'), headers: { Allow: String(headers['Allow'] ?? '').replace(/\bGET\b/, 'GET, HEAD') } }
  if (status === 413) return refuse('Request Entity Too Large')
  if (status === 415) return refuse(unsupported(error))
  if (error instanceof Unfit) return refuse(error.message)
  const faults = faultsOf(error)
  // Without faults it comes from a body parser.
  return refuse(faults.length === 0 ? 'message body does not match declared format' : sentenceOf(faults))
}

function unsupported(error: Error & { charset?: unknown; encoding?: unknown }): string {
  const type = /unsupported media type (.+)$/.exec(error.message)?.[1]
  if (type !== undefined) return `The provided content-type '${type}' is not supported.`
  return `The provided ${error.charset === undefined ? 'content-encoding' : 'charset'} '${error.charset ?? error.encoding}' is not supported.`
}
