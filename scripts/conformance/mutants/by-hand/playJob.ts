import { asksFor, bodyOf, done, nothingHappens, saying, withBody } from '../acted.ts'
import { alone, answering, as, both, instead, jsonAnswer, rowOf, to, withJson, withToken } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const playJob: readonly Sketch[] = [
  fault('state', 'nothing happens', 'playJob.manual', nothingHappens('playJob')),
  fault(
    'state',
    'says it, but it does not happen',
    'playJob.manual',
    nothingHappens('playJob', (job) => ({ ...job, status: 'pending' })),
  ),
  fault(
    'behaviour',
    'a new job for a manual one',
    'playJob.manual',
    saying('playJob', (job) => ({ ...job, id: Number(job['id']) + 1 })),
  ),
  fault(
    'refusal',
    'delayed jobs must wait',
    'playJob.scheduled',
    alone(to('playJob'), () => jsonAnswer(400, { message: '400 Bad request - Unplayable Job' })),
  ),
  fault(
    'behaviour',
    'the user stays',
    'playJob.user',
    saying('playJob', (job) => ({ ...job, user: { ...rowOf(job['user']), username: 'olga' } })),
  ),
  fault('behaviour', 'the old job for one that has ended', 'playJob.played-before', nothingHappens('playJob')),
  fault('state', 'plays what waits already', 'playJob.unplayable-waiting', done('playJob', 400)),
  fault('state', 'plays what is not manual', 'playJob.unplayable-finished', done('playJob', 400)),
  fault(
    'refusal',
    'unplayable in other words',
    'playJob.unplayable-finished',
    answering(
      (asked, { status }) => asked.operation === 'playJob' && status === 400,
      withJson(() => ({ message: '400 Bad request' })),
    ),
  ),
  fault('state', 'plays archived jobs', 'playJob.unplayable-archived', done('playJob', 403)),
  fault(
    'behaviour',
    'takes no variables',
    'playJob.variables',
    alone(both(to('playJob'), asksFor('REGION')), () => jsonAnswer(400, { error: 'job_variables_attributes is invalid' })),
  ),
  fault(
    'refusal',
    'variables without a key',
    'playJob.variables-missing-key',
    instead(
      both(to('playJob'), (asked) => bodyOf(asked) !== '' && !asksFor('key')(asked)),
      withBody('{}'),
    ),
  ),
  fault(
    'refusal',
    'a missing key is not named',
    'playJob.variables-missing-key',
    answering(
      (asked, { status }) => asked.operation === 'playJob' && status === 400,
      withJson(() => ({ error: 'key is missing' })),
    ),
  ),
  fault(
    'refusal',
    'numbers are no values',
    'playJob.variables-coerced',
    alone(both(to('playJob'), asksFor('COUNT')), () => jsonAnswer(400, { error: 'job_variables_attributes[0][value] is invalid' })),
  ),
  fault('refusal', 'lists are values', 'playJob.variables-coerced', instead(both(to('playJob'), asksFor('["eu"]')), withBody('{}'))),
  fault(
    'access',
    'anybody may set variables',
    'playJob.variables-restricted',
    instead(both(to('playJob'), asksFor('REGION')), withToken('demo-mia-personal')),
  ),
  fault(
    'behaviour',
    'refuses inputs',
    'playJob.inputs',
    alone(both(to('playJob'), asksFor('job_inputs')), () => jsonAnswer(400, { error: 'job_inputs is invalid' })),
  ),
  fault('refusal', 'invalid inputs are ignored', 'playJob.invalid-input', instead(both(to('playJob'), asksFor('many')), withBody('{}'))),
  fault(
    'refusal',
    'no trigger jobs',
    'playJob.trigger-job',
    answering(
      (asked, { body }) => asked.operation === 'playJob' && body.toString().includes('downstream_pipeline'),
      () => jsonAnswer(404, { message: '404 Not found' }),
    ),
  ),
  fault(
    'shape',
    'trigger jobs look like jobs',
    'playJob.trigger-job',
    saying('playJob', ({ downstream_pipeline: _, ...job }) => job),
  ),
  fault(
    'access',
    'protected branches are not',
    'playJob.protected-ref',
    instead(both(to('playJob'), as('demo-dana-personal')), withToken('demo-mia-personal')),
  ),
  fault(
    'access',
    'looks the job up before it asks who is there',
    'playJob.reads-first',
    instead(both(to('playJob'), as('demo-gus-personal')), withToken('demo-mia-personal')),
  ),
]
