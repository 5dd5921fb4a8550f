import type { Session } from './session.ts'

type Sequence = 'pipeline_numbers' | 'job_numbers' | 'artifact_numbers' | 'removal_numbers'

/** The next number, or the given one, from which those after it go on. */
export async function drawNumber(session: Session, sequence: Sequence, given?: number): Promise<number> {
  if (given === undefined) return session.number(`select nextval('${sequence}')`)
  await session.run(`select setval('${sequence}', $1) from ${sequence} where last_value < $1 or not is_called`, [given])
  return given
}
