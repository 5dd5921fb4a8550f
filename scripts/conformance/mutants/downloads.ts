import type { OperationId } from '@jobs-api/contract'
import { zipSync } from 'fflate'
import {
  alone,
  answering,
  both,
  instead,
  type Json,
  jsonAnswer,
  to,
  withHeader,
  withoutHeader,
  withoutParameter,
  withStatus,
  withUrl,
} from './changes.ts'
import { type Answered, type Asked, fault, type Sketch } from './mutant.ts'

// Derived from how archives and their files are found and sent.

export const sent =
  (id: OperationId) =>
  (asked: Asked, { status }: Answered) =>
    asked.operation === id && status === 200
export const bytes = (id: OperationId, change: (body: Buffer) => Buffer) =>
  answering(sent(id), (answered) => ({ ...answered, body: change(answered.body) }))
const spoilt = (body: Buffer) => Buffer.from(body.map((byte, index) => (index === body.length - 1 ? byte ^ 1 : byte)))
const isRanged =
  (id: OperationId) =>
  (asked: Asked, { status }: Answered) =>
    asked.operation === id && status === 206
export const refusedAs = (id: OperationId, status: number, body: Json) =>
  answering(
    (asked, answered) => asked.operation === id && answered.status === status,
    () => jsonAnswer(200, body),
  )
export const maintainer = 'demo-mia-personal'

export const archive = (id: OperationId): Sketch[] => [
  fault(
    'bytes',
    'no ZIP archive',
    `${id}.zip`,
    bytes(id, () => Buffer.from('PK, in a way')),
  ),
  fault(
    'bytes',
    'an empty archive',
    `${id}.zip`,
    bytes(id, () => Buffer.from(zipSync({}))),
  ),
  fault('headers', 'no name', `${id}.disposition`, answering(sent(id), withoutHeader('content-disposition'))),
  fault('headers', 'as application/zip', `${id}.disposition`, answering(sent(id), withHeader('content-type', 'application/zip'))),
  fault(
    'headers',
    'the name only once',
    `${id}.disposition`,
    answering(sent(id), withHeader('content-disposition', 'attachment; filename="artifacts.zip"')),
  ),
  fault('headers', 'no transfer encoding', `${id}.disposition`, answering(sent(id), withoutHeader('content-transfer-encoding'))),
  fault(
    'headers',
    'a weak ETag',
    `${id}.strong-etag`,
    answering(sent(id), (answered) => withHeader('etag', `W/${answered.headers['etag']}`)(answered)),
  ),
  fault(
    'bytes',
    'Range sends the wrong bytes',
    `${id}.range`,
    answering(isRanged(id), (answered) => ({ ...answered, body: Buffer.from('xxxx') })),
  ),
]

export function byRef(id: OperationId): Sketch[] {
  const asksFor = (text: string) => both(to(id), ({ url }) => decodeURIComponent(url.pathname + url.search).includes(text))
  const found = (when: (asked: Asked) => boolean) => alone(when, () => jsonAnswer(200, {}))
  const other = (when: (asked: Asked) => boolean) => alone(when, () => jsonAnswer(404, { message: '404 Job Not Found' }))
  return [
    fault(
      'refusal',
      'a missing job is not found',
      `${id}.no-job`,
      alone(
        both(to(id), ({ url }) => !url.searchParams.has('job')),
        () => jsonAnswer(404, { message: '404 Not found' }),
      ),
    ),
    fault('refusal', 'any branch', `${id}.missing-ref`, found(asksFor('no-such-branch'))),
    fault('refusal', 'a missing branch in other words', `${id}.missing-ref`, other(asksFor('no-such-branch'))),
    fault(
      'refusal',
      'no slashes in branches',
      `${id}.ref-with-slashes`,
      alone(asksFor('no/such/branch'), () => jsonAnswer(404, { error: '404 Not Found' })),
    ),
    fault(
      'behaviour',
      'names that begin like it',
      `${id}.missing-name`,
      instead(
        asksFor('job=packag'),
        withUrl((address) => address.replace(/job=packag(?!e)/, 'job=package')),
      ),
    ),
    fault('behaviour', 'HEAD is a branch', `${id}.sha`, found(asksFor('/HEAD/'))),
    fault('behaviour', 'failed pipelines count', `${id}.failed-pipeline`, found(asksFor('freight-cost'))),
    fault(
      'behaviour',
      'jobs without an archive count',
      `${id}.no-archive`,
      answering(
        (asked, { status }) => asked.operation === id && status === 404 && !/job=(packag|no-such)/.test(asked.url.search),
        () => jsonAnswer(404, { message: '404 Not Found' }),
      ),
    ),
    fault(
      'behaviour',
      'the search finds nothing',
      `${id}.search`,
      other(both(to(id), ({ url }) => url.searchParams.has('search_recent_successful_pipelines'))),
    ),
    fault('behaviour', 'the search is ignored', `${id}.search`, instead(to(id), withoutParameter('search_recent_successful_pipelines'))),
  ]
}

export const single = (id: OperationId): Sketch[] => [
  fault('bytes', 'one bit is wrong', `${id}.bytes`, bytes(id, spoilt)),
  fault(
    'bytes',
    'ends early',
    `${id}.bytes`,
    bytes(id, (body) => body.subarray(0, -1)),
  ),
  fault(
    'refusal',
    'a missing file is empty',
    `${id}.missing-file`,
    answering(
      (asked, { status }) => asked.operation === id && status === 404,
      (answered) => ({ ...withStatus(200)(answered), body: Buffer.alloc(0) }),
    ),
  ),
]
