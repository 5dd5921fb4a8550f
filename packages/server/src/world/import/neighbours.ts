import { setTimeout as sleep } from 'node:timers/promises'
import type { ShownPipeline, ShownProject, ShownUser } from './shown.ts'

/** Calls beside the Jobs API without which its answers would hang in the air. */
export interface Neighbours {
  /** Throws a `NeighbourError` if it cannot be had: without its project nothing can be copied. */
  project(named: string): Promise<ShownProject>
  /** Whose token it is; undefined if the server does not tell. */
  user(): Promise<ShownUser | undefined>
  /** A page of all pipelines of a project, newest first, from 1; undefined if this server does not list them. */
  pipelines(project: number, page: number): Promise<readonly ShownPipeline[] | undefined>
}

export class NeighbourError extends Error {
  override name = 'NeighbourError'
  readonly status: number | undefined

  constructor(text: string, status?: number, options?: ErrorOptions) {
    super(text, options)
    this.status = status
  }
}

interface Asking {
  readonly url: string
  readonly token: string | undefined
  readonly signal: AbortSignal
  readonly onWait: (reason: string) => void
}

export function neighboursOf(asking: Asking): Neighbours {
  return {
    async project(named) {
      const project = await get(asking, `/projects/${encodeURIComponent(named)}`)
      if (!isProject(project)) throw new NeighbourError(`${asking.url} does not answer like GitLab: there is no project in what it sent`)
      return project
    },
    async user() {
      const user = await get(asking, '/user').catch(unlessRefused)
      return isUser(user) ? user : undefined
    },
    async pipelines(project, page) {
      const list = await get(asking, `/projects/${project}/pipelines?per_page=${pipelinesAPage}&page=${page}`).catch(unlessRefused)
      return Array.isArray(list) ? list.filter(isPipeline) : undefined
    },
  }
}

export const pipelinesAPage = 100
const attempts = 6

/** Asks until there is an answer, as patiently as the client does. */
async function get(asking: Asking, path: string): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const answer = await once(asking, path)
    if (answer instanceof Response && answer.ok) return answer.json()
    const status = answer instanceof Response ? answer.status : undefined
    const reason = answer instanceof Response ? `${status} ${answer.statusText}` : `there is no answer (${answer.message})`
    const mayPass = status === undefined || status === 429 || status >= 500
    if (!mayPass || attempt === attempts) throw new NeighbourError(`GET ${asking.url}${path}: ${reason}`.trim(), status)
    const seconds = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 2 ** attempt) : 2 ** attempt
    asking.onWait(`${reason}; again in ${seconds} s`)
    await sleep(Math.min(seconds || 1, 900) * 1000, undefined, { signal: asking.signal })
  }
}

async function once({ url, token, signal }: Asking, path: string): Promise<Response | Error> {
  const headers: Record<string, string> = token === undefined ? {} : { 'private-token': token }
  try {
    const address = new URL(`${url}${path}`)
    // The token goes to no other server, wherever a redirect points.
    const answer = await fetch(address, { headers, signal, redirect: 'manual' })
    const moved = new URL(answer.headers.get('location') ?? '', address)
    const follows = answer.status >= 300 && answer.status < 400 && moved.origin === address.origin
    return follows ? await fetch(moved, { headers, signal, redirect: 'manual' }) : answer
  } catch (error) {
    signal.throwIfAborted()
    return error instanceof Error ? error : new Error(String(error))
  }
}

function unlessRefused(error: unknown): undefined {
  if (error instanceof NeighbourError && error.status !== undefined && error.status < 500 && error.status !== 401) return undefined
  throw error
}

const has = (value: unknown, members: Readonly<Record<string, 'number' | 'string'>>): boolean =>
  typeof value === 'object' && value !== null && Object.entries(members).every(([name, type]) => typeof Reflect.get(value, name) === type)

const isProject = (value: unknown): value is ShownProject => has(value, { id: 'number', path_with_namespace: 'string' })
const isUser = (value: unknown): value is ShownUser => has(value, { id: 'number', username: 'string', name: 'string' })
const isPipeline = (value: unknown): value is ShownPipeline => has(value, { id: 'number', sha: 'string', ref: 'string', status: 'string' })
