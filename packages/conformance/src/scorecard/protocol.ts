import type { components } from '@jobs-api/contract'

/** Whom a client is to speak for. */
export interface Credential {
  readonly kind: 'personal_token' | 'job_token' | 'oauth_token'
  readonly value: string
}

/** What every task says. Times are in milliseconds. */
interface Setting {
  /** Up to and including `/api/v4`. */
  readonly base_url: string
  readonly credential: Credential
  readonly project: string
  /** Give up when nothing has come for so long. */
  readonly timeout_in_ms?: number
  /** Break the call off that long after it began. */
  readonly abort_after_ms?: number
  /** Send a call again at most so often, where the client lets that be said. */
  readonly retries?: number
  /** Pause between two looks, where the client looks again and again. */
  readonly interval_in_ms?: number
}

/** Where artifacts are: those of a job by its number, or of the latest of a name on a ref; all of them, or one file. */
export interface ArtifactsPlace {
  readonly job?: number
  readonly ref?: string
  readonly job_name?: string
  readonly path?: string
}

/** The part of a task that differs. Bytes are written into the file `to`. */
export type Errand =
  | { readonly task: 'list_jobs' }
  | { readonly task: 'first_jobs'; readonly count: number; readonly scope?: readonly components['schemas']['JobScope'][] }
  | { readonly task: 'get_job'; readonly job: number }
  | { readonly task: 'get_token_job' }
  | { readonly task: 'play_job'; readonly job: number; readonly variables: readonly { readonly key: string; readonly value: string }[] }
  | { readonly task: 'get_log'; readonly job: number }
  | { readonly task: 'save_log'; readonly job: number; readonly to: string }
  | { readonly task: 'follow_log'; readonly job: number; readonly to: string }
  | { readonly task: 'wait_for_job'; readonly job: number }
  | { readonly task: 'read_archive'; readonly job: number }
  | ({ readonly task: 'download'; readonly to: string } & ArtifactsPlace)

/** One line on the standard input of a client program. */
export type Task = Errand & Setting & { readonly id: number }

/** What a client said when it failed. */
export interface ClientError {
  /** The class of the error. */
  readonly name: string
  readonly message: string
  /** The status of the answer, if the client lets one see it. */
  readonly status?: number
  /** The error as the language shows one that nobody caught. */
  readonly shown: string
}

/** One line on the standard output of a client program, which belongs to the task with this `id`. */
export type Reply = { readonly id: number } & Outcome

/** How a task ended. `not_offered`: the client has no call for it, and why that is so. */
export type Outcome = { readonly value: unknown } | { readonly error: ClientError } | { readonly not_offered: string }

/** A line as a reply; `undefined` for anything else that a program prints. */
export function replyIn(line: string): Reply | undefined {
  const given = recordIn(line)
  const id = given?.['id']
  if (given === undefined || typeof id !== 'number') return undefined
  if (typeof given['not_offered'] === 'string') return { id, not_offered: given['not_offered'] }
  return given['error'] === undefined ? { id, value: given['value'] ?? null } : { id, error: errorIn(given['error']) }
}

function errorIn(given: unknown): ClientError {
  const { name, message, status, shown } = isRecord(given) ? given : { message: given }
  return {
    name: String(name ?? 'error'),
    message: String(message ?? ''),
    ...(typeof status === 'number' && { status }),
    shown: String(shown ?? ''),
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function recordIn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
