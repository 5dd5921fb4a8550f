import {
  alone,
  answering,
  both,
  inProject,
  instead,
  type Json,
  jsonAnswer,
  rowOf,
  to,
  withJson,
  withoutParameter,
  withUrl,
} from '../changes.ts'
import { asks, ok, rowsOf } from '../lists.ts'
import { fault, type Sketch } from '../mutant.ts'

/** Wrong in the list of a pipeline's jobs. */
export const listPipelineJobs: readonly Sketch[] = [
  fault(
    'behaviour',
    'oldest first',
    'listPipelineJobs.newest-first',
    rowsOf('listPipelineJobs', (rows) => rows.toReversed()),
  ),
  {
    ...fault(
      'behaviour',
      'newest first, before its time',
      'listPipelineJobs.oldest-first',
      rowsOf('listPipelineJobs', (rows) => rows.toReversed()),
    ),
    edition: '12.8',
  },
  fault(
    'behaviour',
    'jobs of all pipelines',
    'listPipelineJobs.of-that-pipeline',
    instead(
      to('listPipelineJobs'),
      withUrl((address) => address.replace(/pipelines\/\d+\//, '')),
    ),
  ),
  fault(
    'behaviour',
    'retried jobs are shown',
    'listPipelineJobs.retried-hidden',
    instead(
      to('listPipelineJobs'),
      withUrl((address) => `${address}${address.includes('?') ? '&' : '?'}include_retried=true`),
    ),
  ),
  fault(
    'behaviour',
    'include_retried is ignored',
    'listPipelineJobs.retried-hidden',
    instead(both(to('listPipelineJobs'), asks('include_retried')), withoutParameter('include_retried')),
  ),
  {
    ...fault(
      'behaviour',
      'retried jobs are hidden, before their time',
      'listPipelineJobs.retried-shown',
      rowsOf('listPipelineJobs', (rows) => rows.filter((row) => rowOf(row)['id'] !== 16)),
    ),
    edition: '13.2',
  },
  fault(
    'behaviour',
    'lists trigger jobs as well',
    'listPipelineJobs.no-trigger-jobs',
    answering(
      ok('listPipelineJobs'),
      withJson((rows, { url }) => (Array.isArray(rows) ? [...rows, ...bridgesIn(url.pathname)] : rows)),
    ),
  ),
  fault(
    'behaviour',
    'filters by ref',
    'listPipelineJobs.no-ref',
    answering(
      (asked, answered) => ok('listPipelineJobs')(asked, answered) && asks('ref')(asked),
      withJson(() => []),
    ),
  ),
  fault(
    'access',
    'refuses who may not read jobs',
    'listPipelineJobs.nobody-may-read-jobs',
    alone(
      both(to('listPipelineJobs'), inProject('harbor/handbook'), ({ headers }) => !('private-token' in headers)),
      () => jsonAnswer(403, { message: '403 Forbidden' }),
    ),
  ),
  fault(
    'access',
    'shows jobs to who may not read them',
    'listPipelineJobs.nobody-may-read-jobs',
    instead(both(to('listPipelineJobs'), inProject('harbor/handbook')), (asked) => ({
      ...asked,
      headers: { ...asked.headers, 'private-token': 'demo-mia-personal' },
    })),
  ),
  fault(
    'access',
    'guests may read what is for members',
    'listPipelineJobs.as-guest',
    instead(both(to('listPipelineJobs'), inProject('harbor/ledger')), (asked) => ({
      ...asked,
      headers: { ...asked.headers, 'private-token': 'demo-mia-personal' },
    })),
  ),
]

const bridgesIn = (path: string): Json[] => {
  const found: Readonly<Record<string, number>> = { 6: 12, 10: 18, 20: 39 }
  const id = found[/pipelines\/(\d+)/.exec(path)?.[1] ?? '']
  return id === undefined ? [] : [{ id, status: 'success', name: 'deploy-infra' }]
}
