import type { NumberedRow } from '../expectations.ts'
import { Untestable } from '../outcomes.ts'
import { requireCapability, type Target } from '../target/target.ts'
import { bridgesOf } from './bridges.ts'
import { jobsOf } from './look-around.ts'
import { askHandler } from './state-handler.ts'
import type { JobState } from './states.ts'

/** A job in that state, to be read and left alone: one that was handed over, or the newest that fits, or what the handler brings. */
export async function given(target: Target, state: JobState): Promise<number> {
  requireCapability(target.session, state.capability)
  const [handed] = target.session.settings.handed[state.name] ?? []
  const found = handed ?? (await search(target, state))?.id ?? (await askHandler(target, state))?.job_id
  if (found === undefined) throw new Untestable(`needs ${state.sentence}; hand one over with --state ${state.name}=ID`)
  return found
}

/** The newest job that fits, as it is listed. */
export async function find(target: Target, state: JobState): Promise<NumberedRow> {
  requireCapability(target.session, state.capability)
  const found = await search(target, state)
  if (found === undefined) throw new Untestable(`needs ${state.sentence} among the newest of the project`)
  return found
}

async function search(target: Target, { isBridge, fits }: JobState): Promise<NumberedRow | undefined> {
  if (fits === undefined) return undefined
  return (isBridge === true ? (await bridgesOf(target)).map(({ bridge }) => bridge) : await jobsOf(target)).find(fits)
}
