import type { OperationId } from '@jobs-api/contract'
import { nothingHappens, saying } from '../acted.ts'
import { jsonAnswer } from '../changes.ts'
import { refusedAs } from '../downloads.ts'
import { fault, type Sketch } from '../mutant.ts'

export const keepJobArtifacts: readonly Sketch[] = [
  fault('state', 'nothing happens', 'keepJobArtifacts.kept', nothingHappens('keepJobArtifacts')),
  fault(
    'state',
    'says it, but it does not happen',
    'keepJobArtifacts.kept',
    nothingHappens('keepJobArtifacts', (job) => ({ ...job, artifacts_expire_at: null })),
  ),
  fault(
    'behaviour',
    'another job is answered',
    'keepJobArtifacts.kept',
    saying('keepJobArtifacts', (job) => ({ ...job, id: 8 })),
  ),
  fault('state', 'the archive is gone', 'keepJobArtifacts.archive-stays', goneAfter('keepJobArtifacts', 'downloadJobArtifacts')),
  fault('refusal', 'nothing is kept as well', 'keepJobArtifacts.nothing', refusedAs('keepJobArtifacts', 404, { id: 8 })),
  fault('refusal', 'expired archives come back', 'keepJobArtifacts.expired', refusedAs('keepJobArtifacts', 404, { id: 8 })),
]

/** Once the one thing was done, the other is not found any more. */
function goneAfter(action: OperationId, read: OperationId): Sketch['behave'] {
  let done = false
  return async (asked, forward) => {
    if (asked.operation === action) done = true
    return done && asked.operation === read ? jsonAnswer(404, { message: '404 Not Found' }) : forward(asked)
  }
}
