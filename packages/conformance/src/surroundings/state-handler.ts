import { isRow } from '../expectations.ts'
import { NotAlone, Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import type { JobState } from './states.ts'

/** What a handler is sent: the name of the state, the same in words, and the project in which a job is wanted. */
export interface StateRequest {
  readonly state: string
  readonly description: string
  readonly project: string
}

export interface Brought {
  readonly job_id: number
  readonly pipeline_id?: unknown
}

/** Asks the handler, if there is one, to bring a job into that state. A handler that does not know the state answers 404. */
export async function askHandler({ session: { settings, isShared } }: Target, { name, sentence }: JobState): Promise<Brought | undefined> {
  if (settings.stateHandler === undefined) return undefined
  if (isShared === true) throw new NotAlone()
  const request: StateRequest = { state: name, description: sentence, project: settings.project }
  const body = JSON.stringify(request)
  const response = await fetch(settings.stateHandler, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  if (response.status === 404) return undefined
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && isRow(answer) && typeof answer['job_id'] === 'number') return { ...answer, job_id: answer['job_id'] }
  throw new Untestable(`the state handler answered ${response.status} to ${name}; it should be 200 with {"job_id": NUMBER}, or 404`)
}
