import { type OperationId, operations } from '@jobs-api/contract'
import { alone, answering, jsonAnswer, rowOf, to, withJson, withStatus } from '../changes.ts'
import { fault, type Sketch } from '../mutant.ts'

/** Says 204 without doing anything. */
const onlySays = (id: OperationId) => alone(to(id), () => ({ status: operations[id].success, headers: {}, body: Buffer.alloc(0) }))

export const deleteJobArtifacts: readonly Sketch[] = [
  fault(
    'shape',
    '202 instead of 204',
    'deleteJobArtifacts.no-content',
    answering((asked, { status }) => asked.operation === 'deleteJobArtifacts' && status === 204, withStatus(202)),
  ),
  fault('state', 'nothing happens', 'deleteJobArtifacts.archive-gone', onlySays('deleteJobArtifacts')),
  fault(
    'state',
    'reports stay',
    'deleteJobArtifacts.archive-gone',
    answering(
      (asked, { status }) => asked.operation === 'getJob' && status === 200,
      withJson((job) => ({
        ...rowOf(job),
        artifacts: [{ file_type: 'junit', size: 1, filename: 'junit.xml.gz', file_format: 'gzip' }],
      })),
    ),
  ),
  fault(
    'state',
    'the log goes as well',
    'deleteJobArtifacts.log-stays',
    answering(
      (asked, { status }) => asked.operation === 'getJobLog' && status === 200,
      (answered) => ({ ...answered, body: Buffer.alloc(0) }),
    ),
  ),
  fault('refusal', 'a second time is 404', 'deleteJobArtifacts.twice', twiceIsMissing()),
]

function twiceIsMissing(): Sketch['behave'] {
  const gone = new Set<string>()
  return async (asked, forward) => {
    if (asked.operation !== 'deleteJobArtifacts') return forward(asked)
    if (gone.has(asked.url.pathname)) return jsonAnswer(404, { message: '404 Not Found' })
    gone.add(asked.url.pathname)
    return forward(asked)
  }
}
