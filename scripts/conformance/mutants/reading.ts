import type { OperationId } from '@jobs-api/contract'
import { alone, answering, both, instead, to, withHeader, withoutHeader } from './changes.ts'
import { type Asked, fault, type Sketch } from './mutant.ts'

// Derived from what holds of every GET.

const isHead = ({ method }: Asked) => method === 'HEAD'

export function reading(id: OperationId): Sketch[] {
  const gets = (asked: Asked, { status }: { status: number }) => asked.operation === id && status === 200
  const forgetful = instead(to(id), (asked) => {
    const { 'if-none-match': _, ...headers } = asked.headers
    return { ...asked, headers }
  })
  return [
    fault(
      'headers',
      'HEAD is not allowed',
      `${id}.head`,
      alone(both(to(id), isHead), () => ({ status: 405, headers: {}, body: Buffer.alloc(0) })),
    ),
    fault(
      'headers',
      'HEAD forgets the type',
      `${id}.head`,
      answering((asked) => asked.operation === id && isHead(asked), withoutHeader('content-type')),
    ),
    fault('headers', 'no ETag', `${id}.not-modified`, answering(gets, withoutHeader('etag'))),
    ...(id === 'getTokenJob' ? [] : [fault('behaviour', 'never 304', `${id}.not-modified`, forgetful)]),
    ...(id === 'getTokenJob'
      ? []
      : [
          fault(
            'behaviour',
            'always 304',
            `${id}.not-modified`,
            alone(
              both(to(id), ({ headers }) => 'if-none-match' in headers),
              () => ({ status: 304, headers: {}, body: Buffer.alloc(0) }),
            ),
          ),
        ]),
    fault('headers', 'types may be guessed', `${id}.security-headers`, answering(gets, withoutHeader('x-content-type-options'))),
    fault(
      'headers',
      'may be shown in frames of others',
      `${id}.security-headers`,
      answering(gets, withHeader('x-frame-options', 'ALLOWALL')),
    ),
  ]
}
