import type { OperationId } from '@jobs-api/contract'
import { answering, instead, jsonAnswer, to } from './changes.ts'
import { type Asked, fault, type Sketch } from './mutant.ts'

// Derived from what belongs to the token of a job.

/** Whoever asks, it is the token of a job. */
const anyTokenWillDo = (asked: Asked): Asked => ({ ...asked, headers: { ...asked.headers, 'job-token': 'demo-webshop-job' } })

export const otherToken = (id: OperationId): Sketch[] => [
  fault('access', 'personal tokens have jobs', `${id}.other-token`, instead(to(id), anyTokenWillDo)),
  fault(
    'refusal',
    'personal tokens are 401',
    `${id}.other-token`,
    answering(
      (asked, { status }) => asked.operation === id && status === 404,
      () => jsonAnswer(401, { message: '401 Unauthorized' }),
    ),
  ),
  fault(
    'refusal',
    'personal tokens in other words',
    `${id}.other-token`,
    answering(
      (asked, { status }) => asked.operation === id && status === 404,
      () => jsonAnswer(404, { message: '404 Not found' }),
    ),
  ),
]
