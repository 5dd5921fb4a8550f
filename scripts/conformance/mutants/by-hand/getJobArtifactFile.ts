import { alone, answering, as, both, instead, jsonAnswer, to, withJson, withToken } from '../changes.ts'
import { maintainer, refusedAs } from '../downloads.ts'
import { fault, type Sketch } from '../mutant.ts'

export const getJobArtifactFile: readonly Sketch[] = [
  fault('refusal', 'nothing is an empty answer', 'getJobArtifactFile.nothing', refusedAs('getJobArtifactFile', 404, null)),
  fault(
    'refusal',
    'nothing in other words',
    'getJobArtifactFile.nothing',
    answering(
      (asked, { status }) => asked.operation === 'getJobArtifactFile' && status === 404,
      withJson(() => ({ message: '404 Artifacts Not Found' })),
    ),
  ),
  fault(
    'behaviour',
    'of expired archives as well',
    'getJobArtifactFile.expired',
    alone(
      both(to('getJobArtifactFile'), ({ url }) => url.pathname.includes('/33/')),
      () => jsonAnswer(200, {}),
    ),
  ),
  fault(
    'access',
    'all archives for developers',
    'getJobArtifactFile.for-maintainers',
    instead(both(to('getJobArtifactFile'), as('demo-dana-personal')), withToken(maintainer)),
  ),
]
