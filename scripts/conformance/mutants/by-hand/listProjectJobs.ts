import {
  alone,
  answering,
  both,
  instead,
  jsonAnswer,
  rowOf,
  to,
  withHeader,
  withJson,
  withoutHeader,
  withoutParameter,
  withUrl,
} from '../changes.ts'
import { asks, ok, rowsOf } from '../lists.ts'
import { fault, type Sketch } from '../mutant.ts'

/** Wrong in the list of a project's jobs. */
export const listProjectJobs: readonly Sketch[] = [
  fault(
    'behaviour',
    'finds projects by their names',
    'listProjectJobs.bare-name',
    instead(
      both(to('listProjectJobs'), ({ url }) => url.pathname.startsWith('/projects/webshop/')),
      withUrl((address) => address.replace('webshop', '1')),
    ),
  ),
  fault(
    'shape',
    'a status of its own',
    'listProjectJobs.known-statuses',
    rowsOf('listProjectJobs', (rows) => rows.map((row) => ({ ...rowOf(row), status: 'passed' }))),
  ),
  fault(
    'shape',
    'a status of its own for pipelines',
    'listProjectJobs.known-statuses',
    rowsOf('listProjectJobs', (rows) =>
      rows.map((row) => ({ ...rowOf(row), pipeline: { ...rowOf(rowOf(row)['pipeline']), status: 'passed' } })),
    ),
  ),
  fault(
    'behaviour',
    'oldest first',
    'listProjectJobs.newest-first',
    rowsOf('listProjectJobs', (rows) => rows.toReversed()),
  ),
  fault(
    'behaviour',
    'hides retried jobs',
    'listProjectJobs.retried-among-them',
    rowsOf('listProjectJobs', (rows) => rows.filter((row) => rowOf(row)['id'] !== 16)),
  ),
  fault(
    'behaviour',
    'hides created jobs',
    'listProjectJobs.created-among-them',
    answering(
      (asked, answered) => ok('listProjectJobs')(asked, answered) && !asked.url.search.includes('created'),
      withJson((rows) => (Array.isArray(rows) ? rows.filter((row) => rowOf(row)['status'] !== 'created') : rows)),
    ),
  ),
  fault(
    'behaviour',
    'lists trigger jobs as well',
    'listProjectJobs.no-trigger-jobs',
    rowsOf('listProjectJobs', (rows) => [...rows, { ...rowOf(rows[0]), id: 12 }]),
  ),
  fault('headers', 'tells a total', 'listProjectJobs.no-totals', answering(ok('listProjectJobs'), withHeader('x-total', '31'))),
  fault(
    'headers',
    'Link names a last page',
    'listProjectJobs.no-totals',
    answering(ok('listProjectJobs'), (answered) =>
      withHeader('link', `${answered.headers['link']}, <http://127.0.0.1/api/v4/projects/1/jobs?page=9>; rel="last"`)(answered),
    ),
  ),
  fault(
    'behaviour',
    'an empty list is 404',
    'listProjectJobs.empty',
    answering(
      (asked, answered) => ok('listProjectJobs')(asked, answered) && answered.body.toString() === '[]',
      () => jsonAnswer(404, { message: '404 Not found' }),
    ),
  ),
  fault('behaviour', 'ref is ignored', 'listProjectJobs.ref', instead(both(to('listProjectJobs'), asks('ref')), withoutParameter('ref'))),
  fault(
    'behaviour',
    'a blank ref finds nothing',
    'listProjectJobs.ref-blank',
    alone(both(to('listProjectJobs'), asks('ref', '')), () => jsonAnswer(200, [])),
  ),
  fault(
    'pages',
    'keyset leaves one out at each step',
    'listProjectJobs.keyset',
    answering(
      (asked, answered) => ok('listProjectJobs')(asked, answered) && asks('cursor')(asked),
      withJson((rows) => (Array.isArray(rows) ? rows.slice(1) : rows)),
    ),
  ),
  fault(
    'pages',
    'keyset ends after the first page',
    'listProjectJobs.keyset',
    answering((asked, answered) => ok('listProjectJobs')(asked, answered) && asks('pagination')(asked), withoutHeader('link')),
  ),
  fault(
    'refusal',
    'keyset in any order',
    'listProjectJobs.keyset-order',
    instead(both(to('listProjectJobs'), asks('sort')), withoutParameter('sort', 'order_by')),
  ),
  fault(
    'refusal',
    'no page is too deep',
    'listProjectJobs.offset-too-deep',
    alone(both(to('listProjectJobs'), asks('page', '10000000')), () => jsonAnswer(200, [])),
  ),
]
