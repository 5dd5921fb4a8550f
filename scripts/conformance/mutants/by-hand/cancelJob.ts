import { asksFor, done, nothingHappens, saying, stays, unseen, withBody } from '../acted.ts'
import { answering, as, both, instead, jsonAnswer, to, withToken } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const cancelJob: readonly Sketch[] = [
  fault('state', 'nothing happens', 'cancelJob.waiting', nothingHappens('cancelJob')),
  fault(
    'state',
    'says it, but it does not happen',
    'cancelJob.waiting',
    nothingHappens('cancelJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault('state', 'is not stored', 'cancelJob.waiting', unseen('cancelJob', stays('pending'))),
  fault(
    'state',
    'waits for every runner',
    'cancelJob.running',
    saying('cancelJob', (job) => ({ ...job, status: 'canceling' })),
  ),
  fault(
    'state',
    'waits for no runner',
    'cancelJob.running-gracefully',
    saying('cancelJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault(
    'state',
    'forgets the end',
    'cancelJob.finished-at',
    saying('cancelJob', (job) => ({ ...job, finished_at: null })),
  ),
  fault(
    'state',
    'cancels what has ended',
    'cancelJob.finished',
    saying('cancelJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault(
    'refusal',
    'refuses what has ended',
    'cancelJob.finished',
    answering(
      (asked, { body }) => asked.operation === 'cancelJob' && body.toString().includes('"status":"success"'),
      () => jsonAnswer(403, { message: '403 Forbidden - Job is not cancelable' }),
    ),
  ),
  fault(
    'state',
    'cancels manual jobs',
    'cancelJob.manual',
    saying('cancelJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault(
    'state',
    'a second cancel forces',
    'cancelJob.canceling',
    saying('cancelJob', (job) => ({ ...job, status: 'canceled' })),
  ),
  fault('behaviour', 'force is ignored', 'cancelJob.force', instead(both(to('cancelJob'), asksFor('force')), withBody('{}'))),
  fault('state', 'force cancels anything', 'cancelJob.force-elsewhere', instead(both(to('cancelJob'), asksFor('true')), withBody('{}'))),
  fault(
    'access',
    'developers may force',
    'cancelJob.force-as-developer',
    instead(both(to('cancelJob'), asksFor('force'), as('demo-dana-personal')), withToken('demo-mia-personal')),
  ),
  fault('refusal', 'any force will do', 'cancelJob.force-invalid', instead(both(to('cancelJob'), asksFor('perhaps')), withBody('{}'))),
  fault('state', 'archived jobs can be canceled', 'cancelJob.archived', done('cancelJob', 403)),
]
