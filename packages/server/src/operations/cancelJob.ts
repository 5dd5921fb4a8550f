import { after, allows } from '@jobs-api/lifecycle'
import { may } from '../access/abilities.ts'
import type { Job } from '../storage/records.ts'
import { changeJob } from './change-job.ts'
import { factsOf } from './job-facts.ts'
import { acting, isFound } from './look-up.ts'
import type { Operation } from './operation.ts'
import { refuse } from './refusals.ts'
import { showJob } from './show-job.ts'

export const cancelJob: Operation<'cancelJob'> = ({ path, query, body }, desk) =>
  desk.store.write(async (writer) => {
    const found = await acting.job(writer, desk, path, { ability: 'cancel_build', projectAbility: 'cancel_build' })
    if (!isFound(found)) return found
    const force = query.force === true || body?.force === true
    if (force && !may('force_cancel_build', found.who, found.subject)) return refuse('not_allowed')
    const canceled = canceledBy(force, found.job, factsOf(found), desk.now)
    // Nothing to cancel is not an error: the job is answered as it is. Fact `cancel-nothing`.
    const job = canceled === undefined ? found.job : await changeJob(writer, desk, found.pipeline, canceled)
    return { status: 201, body: await showJob(writer, desk, job) }
  })

function canceledBy(force: boolean, job: Job, facts: ReturnType<typeof factsOf>, now: number): Job | undefined {
  if (!allows(force ? 'forceCancel' : 'cancel', facts)) return undefined
  const graceful = job.cancelsGracefully ? after('cancel_gracefully', job.status) : undefined
  const status = force ? after('force_cancel', job.status) : (graceful ?? after('cancel', job.status))
  if (status === undefined) return undefined
  return status === 'canceled' ? { ...job, status, finishedAt: now, scheduledAt: null } : { ...job, status }
}
