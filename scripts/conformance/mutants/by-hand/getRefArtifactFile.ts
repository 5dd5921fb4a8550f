import { alone, both, jsonAnswer, to } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const getRefArtifactFile: readonly Sketch[] = [
  fault(
    'behaviour',
    'the first /raw/ divides',
    'getRefArtifactFile.last-raw',
    alone(
      both(to('getRefArtifactFile'), ({ url }) => url.pathname.includes('/raw/raw/')),
      () => jsonAnswer(200, {}),
    ),
  ),
]
