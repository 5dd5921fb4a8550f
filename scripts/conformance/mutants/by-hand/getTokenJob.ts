import { answering, type Row, withRow } from '../changes.ts'
import { type Behaviour, fault, type Sketch } from '../mutant.ts'

const changed = (change: (row: Row) => Row): Behaviour =>
  answering((asked, { status }) => asked.operation === 'getTokenJob' && status === 200, withRow(change))

export const getTokenJob: readonly Sketch[] = [
  fault(
    'behaviour',
    'another job',
    'getTokenJob.that-job',
    changed((job) => ({ ...job, id: 30 })),
  ),
  fault(
    'state',
    'as if it had ended',
    'getTokenJob.that-job',
    changed((job) => ({ ...job, status: 'success' })),
  ),
]
