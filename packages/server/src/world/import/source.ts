import { createJobsClient, type JobsClient } from '@jobs-api/client'
import type { Instant } from '../../storage/records.ts'
import { type Neighbours, neighboursOf } from './neighbours.ts'
import type { ShownProject } from './shown.ts'

export interface SourceOptions {
  /** Up to and including `/api/v4`. */
  readonly url: string
  /** By its number or its path. */
  readonly project: string
  readonly token: string | undefined
  readonly signal: AbortSignal
  /** Is told why nothing happens for a while. */
  readonly onWait: (reason: string) => void
}

/** The server that is copied from. Nothing but GET is ever sent to it. */
export interface Source {
  readonly url: string
  readonly jobs: JobsClient<'token'>
  readonly neighbours: Neighbours
  readonly project: ShownProject
  /** What its web addresses begin with. */
  readonly externalUrl: string
  readonly signal: AbortSignal
}

export async function openSource({ url, project: named, token, signal, onWait }: SourceOptions): Promise<Source> {
  const jobs = createJobsClient({
    baseUrl: url,
    token,
    fetch: onlyGet,
    // A limit may close the door for minutes, and nobody sits and waits for this program.
    ...{ timeoutInMs: 20 * 60_000, attemptTimeoutInMs: 90_000, maxRetries: 8 },
    onEvent: (event) => {
      if (event.type === 'retry') onWait(`${event.error.message}; again in ${Math.ceil(event.delayInMs / 1000)} s`)
    },
  })
  const neighbours = neighboursOf({ url, token, signal, onWait })
  const project = await neighbours.project(named)
  return { url, jobs, neighbours, project, externalUrl: externalUrlOf(project, url), signal }
}

/** A copy must not change what it copies, whatever mistake the program may hold. */
export function onlyGet(request: Request): Promise<Response> {
  if (request.method !== 'GET') throw new Error(`an import never sends ${request.method}`)
  return fetch(request)
}

function externalUrlOf({ web_url, path_with_namespace: path }: ShownProject, url: string): string {
  return web_url?.endsWith(`/${path}`) === true ? web_url.slice(0, -path.length - 1) : url.replace(/\/api\/v4$/, '')
}

/** The clock of a server when it answered, to the second; ours where it does not say. */
export function answeredAt({ headers }: Response): Instant {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? Date.now() : date
}
