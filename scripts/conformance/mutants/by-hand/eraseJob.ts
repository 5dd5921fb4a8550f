import { done, nothingHappens, saying, without } from '../acted.ts'
import { alone, answering, as, both, jsonAnswer, to, withJson } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const eraseJob: readonly Sketch[] = [
  fault('state', 'nothing happens', 'eraseJob.answer', nothingHappens('eraseJob')),
  fault(
    'behaviour',
    'another job is answered',
    'eraseJob.answer',
    saying('eraseJob', (job) => ({ ...job, id: 8 })),
  ),
  fault(
    'state',
    'the status changes',
    'eraseJob.status-stays',
    saying('eraseJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault(
    'state',
    'the expiry stays',
    'eraseJob.expiry',
    saying('eraseJob', (job) => ({ ...job, artifacts_expire_at: '2030-01-01T00:00:00.000Z' })),
  ),
  fault(
    'state',
    'no time of erasure',
    'eraseJob.erased-at',
    saying('eraseJob', (job) => ({ ...job, erased_at: null })),
  ),
  fault('state', 'the time of erasure is not stored', 'eraseJob.erased-at', without('eraseJob', { erased_at: null })),
  fault(
    'state',
    'the log stays',
    'eraseJob.log-gone',
    answering(
      (asked, { status }) => asked.operation === 'getJobLog' && status === 200,
      (answered) => ({ ...answered, body: Buffer.from('still here') }),
    ),
  ),
  fault(
    'state',
    'the archive stays',
    'eraseJob.archive-gone',
    nothingHappens('eraseJob', ({ artifacts_file: _, ...job }) => ({ ...job, artifacts: [] })),
  ),
  fault('state', 'as often as one likes', 'eraseJob.twice', done('eraseJob', 403)),
  fault('state', 'what is under way', 'eraseJob.not-over', done('eraseJob', 403)),
  fault(
    'refusal',
    'not erasable in other words',
    'eraseJob.not-over',
    answering(
      (asked, { status }) => asked.operation === 'eraseJob' && status === 403,
      withJson(() => ({ message: '403 Forbidden' })),
    ),
  ),
  fault('state', 'what is empty already', 'eraseJob.nothing-left', done('eraseJob', 403)),
  fault('state', 'archived jobs can be erased', 'eraseJob.archived', done('eraseJob', 403)),
  fault(
    'access',
    'developers never may',
    'eraseJob.own-job',
    alone(both(to('eraseJob'), as('demo-dana-personal')), () => jsonAnswer(403, { message: '403 Forbidden' })),
  ),
]
