import { alone, answering, as, both, instead, jsonAnswer, to, withHeader, withoutHeader, withoutParameter, withUrl } from '../changes.ts'
import { type Answered, type Asked, fault, type Sketch } from '../mutant.ts'

const log = (asked: Asked, { status }: Answered) => asked.operation === 'getJobLog' && status === 200
const bytes = (change: (body: Buffer) => Buffer) => answering(log, (answered) => ({ ...answered, body: change(answered.body) }))
const asks = (name: string) => (asked: Asked) => asked.url.searchParams.has(name)

/** Wrong in a log. */
export const getJobLog: readonly Sketch[] = [
  fault('headers', 'as HTML', 'getJobLog.text', answering(log, withHeader('content-type', 'text/html'))),
  fault(
    'bytes',
    'every log is empty',
    'getJobLog.text',
    bytes(() => Buffer.alloc(0)),
  ),
  fault('headers', 'no name', 'getJobLog.disposition', answering(log, withoutHeader('content-disposition'))),
  fault(
    'headers',
    'as an attachment',
    'getJobLog.disposition',
    answering(log, withHeader('content-disposition', 'attachment; filename="42.log"')),
  ),
  fault(
    'bytes',
    'without its beginning',
    'getJobLog.all-bytes',
    bytes((body) => body.subarray(3)),
  ),
  fault(
    'bytes',
    'the log of another job',
    'getJobLog.all-bytes',
    instead(
      to('getJobLog'),
      withUrl((address) => address.replace(/jobs\/\d+/, 'jobs/11')),
    ),
  ),
  fault(
    'behaviour',
    'no log is 404',
    'getJobLog.no-log',
    answering(
      (asked, answered) => log(asked, answered) && answered.body.length === 0,
      () => jsonAnswer(404, { message: '404 Not Found' }),
    ),
  ),
  {
    ...fault(
      'behaviour',
      'no log is empty, before its time',
      'getJobLog.log-not-found',
      answering(
        (asked, { status }) => asked.operation === 'getJobLog' && status === 404,
        (answered) => ({ ...answered, status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.alloc(0) }),
      ),
    ),
    edition: '12.8',
  },
  fault(
    'state',
    'no log before the end',
    'getJobLog.live',
    alone(
      both(to('getJobLog'), ({ url }) => /jobs\/(14|30)\//.test(url.pathname)),
      () => jsonAnswer(404, { message: '404 Not found' }),
    ),
  ),
  fault(
    'access',
    'debug logs for reporters',
    'getJobLog.debug',
    instead(both(to('getJobLog'), as('demo-rita-personal')), (asked) => ({
      ...asked,
      headers: { ...asked.headers, 'private-token': 'demo-mia-personal' },
    })),
  ),
  fault(
    'bytes',
    'byte_offset is ignored',
    'getJobLog.byte-offset',
    instead(both(to('getJobLog'), asks('byte_offset')), withoutParameter('byte_offset')),
  ),
  fault(
    'bytes',
    'byte_offset begins at one',
    'getJobLog.byte-offset',
    instead(
      both(to('getJobLog'), asks('byte_offset')),
      withUrl((address) => address.replace(/byte_offset=(\d+)/, (_, offset) => `byte_offset=${Math.max(0, Number(offset) - 1)}`)),
    ),
  ),
  fault(
    'bytes',
    'byte_limit is ignored',
    'getJobLog.byte-limit',
    instead(both(to('getJobLog'), asks('byte_limit')), withoutParameter('byte_limit')),
  ),
  fault(
    'refusal',
    'past the end is 416',
    'getJobLog.past-the-end',
    alone(
      both(to('getJobLog'), ({ url }) => url.search.includes('byte_offset=1000000000')),
      () => jsonAnswer(416, { message: '416 Range Not Satisfiable' }),
    ),
  ),
  ...(
    [
      ['0', 'zero'],
      ['512001', 'too-large'],
    ] as const
  ).map(
    ([limit, name]): Sketch =>
      fault(
        'refusal',
        `byte_limit of ${limit} is accepted`,
        `getJobLog.byte-limit-${name}`,
        instead(
          both(to('getJobLog'), ({ url }) => url.searchParams.get('byte_limit') === limit),
          withoutParameter('byte_limit'),
        ),
      ),
  ),
  fault(
    'bytes',
    'Range sends the wrong bytes',
    'getJobLog.range',
    answering(
      (asked, { status }) => asked.operation === 'getJobLog' && status === 206,
      (answered) => ({ ...answered, body: Buffer.from('xxxx') }),
    ),
  ),
]
