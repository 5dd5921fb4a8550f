import { type OperationId, operations } from '@jobs-api/contract'
import fc from 'fast-check'
import type { ExampleRequest } from '../../examples/example.ts'

/** A request made up from the contract and the names of the demo world. */
export interface MadeUpRequest {
  readonly operationId: OperationId
  readonly request: ExampleRequest
}

const ids = Object.keys(operations) as OperationId[]

/** Mostly what exists, sometimes what does not, now and then nonsense. */
const mostly = <Value>(usual: fc.Arbitrary<Value>, ...strange: fc.Arbitrary<Value>[]) =>
  fc.oneof({ arbitrary: usual, weight: 24 }, ...strange.map((arbitrary) => ({ arbitrary, weight: 1 })))

const pick = <Value>(...values: Value[]) => fc.constantFrom(...values)
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
/** As part of a path: an empty segment would make another address. */
const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const boolean = mostly<unknown>(pick(true, false), pick<unknown>('True', '1', 'perhaps'))
const statuses = pick(
  'created',
  'pending',
  'running',
  'success',
  'failed',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
  'canceling',
  'preparing',
)

/** Most jobs of interest belong to project 1; the others are there to be refused now and then. */
const project = mostly<unknown>(
  pick<unknown>(1, 1, 1, 'harbor/webshop'),
  pick<unknown>(2, 3, 5, 6),
  pick<unknown>('harbor/shop', 4, 4711, 'nowhere', '%2e', -1),
  segment,
)
const job = mostly<unknown>(
  pick<unknown>(1, 1, 5, 8, 8, 42, 42, 13, 26, 11, 14, 27, 28),
  fc.integer({ min: 1, max: 92 }),
  pick<unknown>('seven', 0, -1, '9'.repeat(30)),
  fc.integer(),
)

const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: project,
  job_id: job,
  pipeline_id: mostly<unknown>(pick<unknown>(6, 10, 20), pick<unknown>(9, 60, 40, 80, 90), pick<unknown>('six', 0, 4711)),
  ref_name: mostly<unknown>(pick('master', 'main'), pick('feature/freight-cost', 'no-such-branch', 'HEAD'), segment),
  artifact_path: mostly<unknown>(
    pick('some/release/file.pdf', 'coverage/index.html', 'report.txt', 'LICENSE', 'dist/webshop.js'),
    pick<unknown>('missing.txt', 'report\0.txt', '../../etc/passwd', 'coverage', 'a b/ü.txt'),
  ),
  job: mostly<unknown>(pick('test', 'pdf', 'package', 'deploy-preview'), pick('no such job', 'greet'), text),
  scope: mostly<unknown>(statuses, pick('broken', '')),
  'scope[]': mostly<unknown>(fc.array(statuses, { maxLength: 4 }), pick(['broken'])),
  ref: mostly<unknown>(pick('master', 'feature/freight-cost', ''), text),
  page: mostly<unknown>(pick<unknown>(1, 1, 2, 3), pick<unknown>(0, -1, 2501, 'two', 1e12)),
  per_page: mostly<unknown>(pick<unknown>(1, 3, 20, 100), pick<unknown>(0, 1000, 'many')),
  pagination: mostly<unknown>(pick('keyset', 'legacy'), text),
  cursor: mostly<unknown>(pick<unknown>('eyJpZCI6IjMwIn0'), text),
  order_by: mostly<unknown>(pick('id'), pick('name')),
  sort: mostly<unknown>(pick('desc'), pick('asc')),
  path: mostly<unknown>(pick('', 'coverage', 'coverage/', 'dist'), pick('nowhere', '../'), text),
  byte_offset: mostly<unknown>(fc.integer({ min: 0, max: 400 }), pick<unknown>(-1, 'x', 1e9)),
  byte_limit: mostly<unknown>(fc.integer({ min: 1, max: 400 }), pick<unknown>(0, 512001)),
  'If-None-Match': mostly<unknown>(
    pick('*'),
    text.map((t) => `"${t.replaceAll(/[^\x21-\x7e]/g, '')}"`),
  ),
  Range: mostly<unknown>(pick<unknown>('bytes=0-3', 'bytes=-5', 'bytes=2-'), pick<unknown>('bytes=100000-', 'bytes=3-1', 'lines=1-2')),
}

const tokens = mostly(
  pick<string | null>('demo-mia-personal', 'demo-olga-personal', 'demo-mia-personal', 'demo-dana-personal'),
  pick<string | null>(null, 'demo-rita-personal', 'demo-gus-personal', 'demo-sam-personal', 'demo-webshop-job', 'demo-console-job'),
  pick<string | null>(
    'demo-vault-job',
    'demo-dana-expired',
    'demo-dana-revoked',
    'demo-dana-read-only',
    'demo-finished-job',
    'demo-bruno-personal',
    'nobody',
  ),
)
const jobTokens = mostly(
  pick<string | null>('demo-webshop-job', 'demo-console-job'),
  pick<string | null>(null, 'demo-mia-personal', 'demo-finished-job', 'demo-bruno-personal'),
)

const variables = fc.array(fc.record({ key: mostly<string>(pick('REGION', 'A_1'), text), value: text }, { requiredKeys: ['value'] }), {
  maxLength: 3,
})
const inputs = mostly<unknown>(
  pick<unknown>({ region: 'eu-south' }, {}),
  pick<unknown>({ colour: 'blue' }, { attempts: 'three' }, 7),
  fc.dictionary(text, fc.jsonValue()),
)
const bodies = mostly<ExampleRequest>(
  fc.record({
    body: fc.record({ inputs, job_inputs: inputs, job_variables_attributes: variables, force: boolean }, { requiredKeys: [] }),
  }) as fc.Arbitrary<ExampleRequest>,
  fc.constant({}),
  fc.constant({}),
  fc.constant({}),
  fc.constant({ body: null }),
  fc.constant({ body: {} }),
  fc.constant({ body_text: '{"inputs":' }),
  fc.constant({ body_text: '<job/>', media_type: 'application/xml' }),
  fc.constant({ body_bytes: 1_048_577 }),
  fc.jsonValue().map((body) => ({ body: body as never })),
)

/** Requests for one operation. */
function requestsFor(id: OperationId): fc.Arbitrary<MadeUpRequest> {
  const { path_parameters, query_parameters, takesBody, credentials } = operations[id]
  const names = Object.keys(path_parameters)
  const optional = Object.keys(query_parameters)
  const named = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, values[name] ?? text]))
  const path = fc.record(named(names))
  const query = fc
    .record(named(optional), { requiredKeys: [] })
    .chain((all) => fc.subarray(Object.keys(all)).map((kept) => Object.fromEntries(kept.map((name) => [name, all[name]]))))
  const needed = optional.includes('job') ? fc.record({ job: mostly<unknown>(values['job'] ?? text) }) : fc.constant({})
  const only = credentials.every((credential) => credential !== 'personalToken')
  const headers = mostly<Record<string, string>>(
    fc.constant({}),
    fc.record({ 'If-None-Match': fc.constant('*') }),
    fc.record({ Range: (values['Range'] ?? text) as fc.Arbitrary<string> }),
  )
  return fc
    .record({ path, query, needed, token: only ? jobTokens : tokens, headers, body: takesBody ? bodies : fc.constant<ExampleRequest>({}) })
    .map((made) => ({
      operationId: id,
      request: {
        ...made.body,
        token: made.token,
        headers: made.headers,
        parameters: { ...made.needed, ...made.query, ...made.path } as never,
      },
    }))
}

/** What chance would bring together too rarely. */
const situations: readonly ExampleRequest[] = [
  { token: 'demo-gus-personal', parameters: { id: 3, job_id: 51, pipeline_id: 40, ref_name: 'main' } },
  { token: 'demo-mia-personal', parameters: { id: 'harbor/shop' } },
  { token: 'demo-mia-personal', parameters: { id: 1, job_id: 8, ref_name: 'master', job: 'test' }, headers: { Range: 'bytes=1000000-' } },
]

function within(made: MadeUpRequest, situation: ExampleRequest): MadeUpRequest {
  const known = Object.keys(made.request.parameters ?? {})
  const fitting = Object.entries(situation.parameters ?? {}).filter(([name]) => known.includes(name))
  return { ...made, request: { ...made.request, ...situation, parameters: { ...made.request.parameters, ...Object.fromEntries(fitting) } } }
}

/** Requests of every operation, as likely one as another. */
export const madeUpRequests: fc.Arbitrary<MadeUpRequest> = fc
  .oneof(...ids.map(requestsFor))
  .chain((made) =>
    fc.oneof(
      { arbitrary: fc.constant(made), weight: 20 },
      ...situations.map((situation) => ({ arbitrary: fc.constant(within(made, situation)), weight: 1 })),
    ),
  )
