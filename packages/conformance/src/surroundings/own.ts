import { isRow, type NumberedRow, rowOf } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import { requireCapability, type Target } from '../target/target.ts'
import { jobsOf } from './look-around.ts'
import { askHandler } from './state-handler.ts'
import { type JobState, ownStates } from './states.ts'

/** A job to try an action on: what the handler brings, one that was handed over for it, or one that the kit makes by a retry. */
export async function own(target: Target, state: JobState): Promise<number> {
  requireCapability(target.session, state.capability)
  const found = (await askHandler(target, state))?.job_id ?? handedOver(target, state) ?? (await make(target, state))
  if (found === undefined)
    throw new Untestable(`needs ${state.sentence}; hand one over with --state ${state.name}=ID, or use a state handler`)
  return found
}

/** Each is used once: the action may change it for good. */
function handedOver({ session: { settings, used } }: Target, { name }: JobState): number | undefined {
  const next = (settings.handed[name] ?? []).find((id) => !used.has(id))
  if (next !== undefined) used.add(next)
  return next
}

async function make(target: Target, state: JobState): Promise<number | undefined> {
  if (state.name === ownStates.waiting.name) return retried(target)
  if (state.name === ownStates.retryable.name) return canceled(target)
  return undefined
}

/** A new attempt of a job that the kit has made before, or else of one of the project's that may be retried. */
async function retried(target: Target): Promise<number | undefined> {
  const { made } = target.session
  const last = made.at(-1)
  if (last !== undefined) await target.ask('cancelJob', { job_id: last }, { lookAround: true })
  const others = (await jobsOf(target))
    .filter(mayBeRetried)
    .toSorted((one, other) => harmOf(one) - harmOf(other))
    .map(({ id }) => id)
  for (const job_id of [...(last === undefined ? [] : [last]), ...others.slice(0, 20)]) {
    const answer = await target.ask('retryJob', { job_id }, { lookAround: true })
    if (answer.status !== 201) continue
    const { id } = rowOf(answer)
    if (!made.includes(id)) made.push(id)
    return id
  }
  return undefined
}

const mayBeRetried = ({ status, archived }: NumberedRow) => archived !== true && ['failed', 'canceled', 'success'].includes(String(status))

/** A pipeline that had succeeded has not any longer when one of its jobs is retried, and then its ref has no archives to show. */
function harmOf({ pipeline, allow_failure }: NumberedRow): number {
  if (!isRow(pipeline) || pipeline['status'] !== 'success') return 0
  return allow_failure === true ? 1 : 2
}

async function canceled(target: Target): Promise<number | undefined> {
  const id = await retried(target)
  if (id === undefined) return undefined
  const answer = await target.ask('cancelJob', { job_id: id }, { lookAround: true })
  return answer.status === 201 && rowOf(answer)['status'] === 'canceled' ? id : undefined
}
