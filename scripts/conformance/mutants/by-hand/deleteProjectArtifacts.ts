import { alone, answering, jsonAnswer, to } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

export const deleteProjectArtifacts: readonly Sketch[] = [
  fault(
    'shape',
    'says nothing',
    'deleteProjectArtifacts.accepted',
    answering(
      (asked, { status }) => asked.operation === 'deleteProjectArtifacts' && status === 202,
      () => jsonAnswer(202, {}),
    ),
  ),
  fault(
    'shape',
    '204 instead of 202',
    'deleteProjectArtifacts.accepted',
    answering(
      (asked, { status }) => asked.operation === 'deleteProjectArtifacts' && status === 202,
      () => ({ status: 204, headers: {}, body: Buffer.alloc(0) }),
    ),
  ),
  fault(
    'state',
    'nothing happens',
    'deleteProjectArtifacts.archives-expire',
    alone(to('deleteProjectArtifacts'), () => jsonAnswer(202, { message: '202 Accepted' })),
  ),
  fault(
    'state',
    'logs go as well',
    'deleteProjectArtifacts.logs-stay',
    answering(
      (asked, { status }) => asked.operation === 'getJobLog' && status === 200,
      (answered) => ({ ...answered, body: Buffer.alloc(0) }),
    ),
  ),
]
