import { both, instead, to, withUrl } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const downloadRefArtifacts: readonly Sketch[] = [
  fault(
    'bytes',
    'the archive of another job',
    'downloadRefArtifacts.same-archive',
    instead(
      both(to('downloadRefArtifacts'), ({ url }) => url.searchParams.get('job') === 'package'),
      withUrl((address) => address.replace('job=package', 'job=test')),
    ),
  ),
]
