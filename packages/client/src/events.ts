import type { OperationId } from '@jobs-api/contract'
import { credentialHeaders } from './credentials.ts'
import type { JobsApiError } from './errors.ts'

interface Of<Type extends string> {
  readonly type: Type
  readonly operationId: OperationId
  /** Which attempt of the call, from 1. */
  readonly attempt: number
}

/** What a call goes through. A `request` holds its credential: give it to nobody. */
export type ClientEvent =
  | (Of<'request'> & { readonly request: Request })
  | (Of<'answer'> & { readonly response: Response; readonly durationInMs: number })
  | (Of<'retry'> & { readonly error: JobsApiError; readonly delayInMs: number })
  | (Of<'failure'> & { readonly error: JobsApiError })

/** Is told what happens, for logs, counts and traces. A `request` may be given further headers, as `traceparent`. */
export type Tell = (event: ClientEvent) => void

/** Writes a line for each event, with everything secret taken out: `onEvent: debugLines()`. */
export function debugLines(write: (line: string) => void = console.debug): Tell {
  return (event) => write(`${event.operationId} #${event.attempt} ${lineOf(event)}`)
}

function lineOf(event: ClientEvent): string {
  switch (event.type) {
    case 'request':
      return `-> ${event.request.method} ${withoutSecrets(event.request.url)} ${JSON.stringify(headersOf(event.request))}`
    case 'answer':
      return `<- ${event.response.status} in ${event.durationInMs.toFixed(1)} ms`
    case 'retry':
      return `!! ${event.error.message}; again in ${event.delayInMs.toFixed(0)} ms`
    case 'failure':
      return `!! ${event.error.message}; given up`
  }
}

const headersOf = ({ headers }: Request) =>
  Object.fromEntries([...headers].map(([name, value]) => [name, isSecret(name) ? '[hidden]' : value]))
const isSecret = (name: string) => credentialHeaders.some((secret) => secret === name)
const withoutSecrets = (url: string) => url.replace(/([?&](?:private_token|job_token|access_token)=)[^&]*/g, '$1[hidden]')
