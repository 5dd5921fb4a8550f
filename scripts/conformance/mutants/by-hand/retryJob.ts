import { asksFor, done, nothingHappens, saying, stays, unseen, withBody } from '../acted.ts'
import { alone, answering, as, both, instead, jsonAnswer, rowOf, to, withJson, withStatus, withToken } from '../changes.ts'
import { rowsOf } from '../lists.ts'
import { fault, type Sketch } from '../mutant.ts'

export const retryJob: readonly Sketch[] = [
  fault(
    'state',
    'the old trigger job is still listed',
    'retryJob.trigger-job-hides-old',
    rowsOf('listPipelineBridges', (rows) => [...rows, { ...rowOf(rows[0]), id: Number(rowOf(rows[0])['id']) - 1 }]),
  ),
  fault(
    'state',
    'skipped jobs stay skipped',
    'retryJob.skipped-later',
    rowsOf('listPipelineJobs', (rows) => rows.map((row, index) => (index === 0 ? { ...rowOf(row), status: 'skipped' } : row))),
  ),
  fault(
    'state',
    'the same job again',
    'retryJob.new-job',
    nothingHappens('retryJob', (job) => ({ ...job, status: 'pending' })),
  ),
  fault(
    'state',
    'the new job is not stored',
    'retryJob.new-job',
    saying('retryJob', (job) => ({ ...job, id: Number(job['id']) + 100_000 })),
  ),
  fault(
    'state',
    'the new job has failed',
    'retryJob.new-job',
    saying('retryJob', (job) => ({ ...job, status: 'failed' })),
  ),
  fault(
    'behaviour',
    'the new job has another name',
    'retryJob.copies',
    saying('retryJob', (job) => ({ ...job, name: 'retry' })),
  ),
  fault(
    'behaviour',
    'the new job is in another pipeline',
    'retryJob.copies',
    saying('retryJob', (job) => ({ ...job, pipeline: { ...rowOf(job['pipeline']), id: 4711 } })),
  ),
  fault(
    'behaviour',
    'the user stays',
    'retryJob.user',
    saying('retryJob', (job) => ({ ...job, user: { ...rowOf(job['user']), username: 'olga' } })),
  ),
  fault('state', 'the old job is pending', 'retryJob.old-job', unseen('retryJob', stays('pending'))),
  fault(
    'state',
    'the old job is still the latest',
    'retryJob.hides-old-job',
    instead(to('listPipelineJobs'), (asked) => ({
      ...asked,
      url: new URL(`${asked.url.pathname}?per_page=100&include_retried=true`, asked.url.origin),
    })),
  ),
  fault('state', 'as often as one likes', 'retryJob.twice', done('retryJob', 403)),
  fault(
    'refusal',
    'not retryable in other words',
    'retryJob.twice',
    answering(
      (asked, { status }) => asked.operation === 'retryJob' && status === 403,
      withJson(() => ({ message: '403 Forbidden' })),
    ),
  ),
  fault(
    'refusal',
    'not retryable is 409',
    'retryJob.twice',
    answering((asked, { status }) => asked.operation === 'retryJob' && status === 403, withStatus(409)),
  ),
  fault('state', 'what is under way', 'retryJob.not-over', done('retryJob', 403)),
  fault('state', 'archived jobs can be retried', 'retryJob.archived', done('retryJob', 403)),
  fault(
    'access',
    'protected branches are not',
    'retryJob.protected-ref',
    instead(both(to('retryJob'), as('demo-dana-personal')), withToken('demo-mia-personal')),
  ),
  fault(
    'state',
    'waits for a hand again',
    'retryJob.played-before',
    saying('retryJob', (job) => ({ ...job, status: 'manual' })),
  ),
  fault(
    'refusal',
    'no trigger jobs',
    'retryJob.trigger-job',
    answering(
      (asked, { body }) => asked.operation === 'retryJob' && !body.toString().includes('runner_manager'),
      () => jsonAnswer(404, { message: '404 Not found' }),
    ),
  ),
  fault(
    'shape',
    'trigger jobs with a runner_manager',
    'retryJob.trigger-job',
    saying('retryJob', (job) => ({ runner_manager: null, ...job })),
  ),
  fault(
    'behaviour',
    'refuses inputs',
    'retryJob.inputs',
    alone(both(to('retryJob'), asksFor('inputs')), () => jsonAnswer(400, { error: 'inputs is invalid' })),
  ),
  fault(
    'refusal',
    'unknown inputs are ignored',
    'retryJob.unknown-input',
    instead(both(to('retryJob'), asksFor('colour')), withBody('{}')),
  ),
  fault(
    'refusal',
    'of several unknown inputs one is named',
    'retryJob.unknown-input',
    answering(
      (asked, { body }) => asked.operation === 'retryJob' && body.toString().includes('Unknown inputs'),
      withJson(() => ({ message: '400 Bad request - Unknown input: colour' })),
    ),
  ),
  fault('refusal', 'invalid inputs are ignored', 'retryJob.invalid-input', instead(both(to('retryJob'), asksFor('many')), withBody('{}'))),
  fault(
    'refusal',
    'inputs of a job without any are refused',
    'retryJob.undeclared-inputs',
    alone(both(to('retryJob'), asksFor('colour')), () => jsonAnswer(400, { message: '400 Bad request - Unknown input: colour' })),
  ),
]
