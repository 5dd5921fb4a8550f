import { Untestable } from '../outcomes.ts'
import type { Target } from '../target/target.ts'
import { given } from './given.ts'
import { jobsOf, once } from './look-around.ts'
import { states } from './states.ts'

const tries = 10

/** A finished job with a log. In 10.7 jobs do not tell whether they have one, so some are tried. */
export function jobWithLog(target: Target): Promise<number> {
  if (target.edition !== '10.7') return given(target, states.log)
  return once(target, 'log', async () => {
    const finished = (await jobsOf(target)).filter(states.settled.fits).slice(0, tries)
    for (const { id } of finished) {
      const answer = await target.ask('getJobLog', { job_id: id }, { lookAround: true })
      if (answer.status === 200 && answer.bytes.length > 0) return id
    }
    throw new Untestable(`needs ${states.log.sentence}`)
  })
}
