import { alone, answering, as, both, instead, jsonAnswer, to, withJson, withToken } from '../changes.ts'
import { bytes, maintainer, refusedAs } from '../downloads.ts'
import { fault, type Sketch } from '../mutant.ts'

export const downloadJobArtifacts: readonly Sketch[] = [
  fault(
    'bytes',
    'a byte too few',
    'downloadJobArtifacts.size',
    bytes('downloadJobArtifacts', (body) => body.subarray(0, -1)),
  ),
  fault('refusal', 'nothing is an empty answer', 'downloadJobArtifacts.nothing', refusedAs('downloadJobArtifacts', 404, null)),
  fault(
    'refusal',
    'nothing in other words',
    'downloadJobArtifacts.nothing',
    answering(
      (asked, { status }) => asked.operation === 'downloadJobArtifacts' && status === 404,
      withJson(() => ({ message: '404 Artifacts Not Found' })),
    ),
  ),
  fault(
    'behaviour',
    'expired archives are gone',
    'downloadJobArtifacts.expired',
    alone(
      both(to('downloadJobArtifacts'), ({ url }) => url.pathname.includes('/33/')),
      () => jsonAnswer(404, { message: '404 Not Found' }),
    ),
  ),
  fault(
    'access',
    'all archives for developers',
    'downloadJobArtifacts.for-maintainers',
    instead(both(to('downloadJobArtifacts'), as('demo-dana-personal')), withToken(maintainer)),
  ),
  fault('access', 'archives for nobody for maintainers', 'downloadJobArtifacts.for-nobody', refusedAs('downloadJobArtifacts', 403, {})),
  fault(
    'access',
    'tokens of any project',
    'downloadJobArtifacts.job-token-of-another-project',
    instead(both(to('downloadJobArtifacts'), as('demo-vault-job')), withToken(maintainer)),
  ),
  fault(
    'access',
    'tokens of no other project',
    'downloadJobArtifacts.job-token-of-another-project',
    alone(both(to('downloadJobArtifacts'), as('demo-console-job')), () => jsonAnswer(404, { message: '404 Project Not Found' })),
  ),
]
