import { alone, both, inProject, jsonAnswer, rowOf, to } from '../changes.ts'
import { rowsOf } from '../lists.ts'
import { fault, type Sketch } from '../mutant.ts'

/** Wrong in the list of a pipeline's trigger jobs. */
export const listPipelineBridges: readonly Sketch[] = [
  fault(
    'behaviour',
    'oldest first',
    'listPipelineBridges.newest-first',
    rowsOf('listPipelineBridges', (rows) => rows.toReversed()),
  ),
  fault(
    'behaviour',
    'names another pipeline',
    'listPipelineBridges.of-that-pipeline',
    rowsOf('listPipelineBridges', (rows) =>
      rows.map((row) => ({ ...rowOf(row), pipeline: { ...rowOf(rowOf(row)['pipeline']), id: 4711 } })),
    ),
  ),
  fault(
    'shape',
    'has artifacts',
    'listPipelineBridges.no-job-members',
    rowsOf('listPipelineBridges', (rows) => rows.map((row) => ({ ...rowOf(row), artifacts: [] }))),
  ),
  fault(
    'behaviour',
    'forgets the downstream pipeline',
    'listPipelineBridges.downstream',
    rowsOf('listPipelineBridges', (rows) => rows.map((row) => ({ ...rowOf(row), downstream_pipeline: null }))),
  ),
  fault(
    'behaviour',
    'the downstream pipeline is its own',
    'listPipelineBridges.downstream',
    rowsOf('listPipelineBridges', (rows) => rows.map((row) => ({ ...rowOf(row), downstream_pipeline: rowOf(row)['pipeline'] ?? null }))),
  ),
  fault(
    'behaviour',
    'invents a downstream pipeline',
    'listPipelineBridges.downstream-null',
    rowsOf('listPipelineBridges', (rows) => rows.map((row) => ({ ...rowOf(row), downstream_pipeline: rowOf(row)['pipeline'] ?? null }))),
  ),
  fault(
    'access',
    'an empty list for who may not read jobs',
    'listPipelineBridges.nobody-may-read-jobs',
    alone(
      both(to('listPipelineBridges'), inProject('harbor/handbook'), ({ headers }) => !('private-token' in headers)),
      () => jsonAnswer(200, []),
    ),
  ),
]
