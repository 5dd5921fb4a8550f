import { type OpenApiDocument, toolView } from '@jobs-api/contract'
import { createLogger } from '@stoplight/prism-core'
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http'
import type { Body } from './body.ts'
import type { Operation } from './catalogue.ts'
import type { Query } from './query.ts'
import { prefix } from './route.ts'

/** One thing that Prism finds wrong with a request: `['query', 'per_page']` and the rule that it breaks. */
export interface Violation {
  readonly path: readonly string[]
  readonly rule: string
  readonly message: string
}

/** What Prism answers; nothing of use beside the violations, if there are any. */
export interface Outcome {
  readonly status: number
  readonly body: unknown
  readonly violations: readonly Violation[]
}

export interface PrismRequest {
  readonly path: string
  readonly query: Query
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
  /** Left out, Prism takes the first example of the lowest success. */
  readonly choice?: { readonly status: number; readonly name: string | undefined } | undefined
  /** Whether the request must fit the contract. */
  readonly checked: boolean
}

export type AskPrism = (operation: Operation, request: PrismRequest) => Promise<Outcome>

/**
 * The document as Prism understands it: `scope` and `scope[]` are one list, and paths begin with `/api/v4`, since Prism
 * does not look at the path of `servers`. It serves a Prism of its own just as well: `prism mock FILE`.
 */
export function prismView(document: OpenApiDocument): OpenApiDocument {
  const view = toolView(document)
  return { ...view, paths: Object.fromEntries(Object.entries(view.paths).map(([path, item]) => [prefix + path, item])) }
}

/** Prism on a document, in this process; rejects if Prism cannot make sense of the document. */
export async function createPrism(document: OpenApiDocument): Promise<AskPrism> {
  const described = await getHttpOperationsFromSpec(prismView(document))
  const resources = new Map(described.map((resource) => [`${resource.method} ${resource.path}`, [resource]]))
  const fixed = { validateResponse: false, errors: false, upstreamProxy: undefined, isProxy: false } as const
  const logger = createLogger('mock', { level: 'silent' })
  const prism = createInstance({ ...fixed, checkSecurity: true, validateRequest: true, mock: { dynamic: false } }, { logger })
  return async ({ method, path: template }, { path, query, headers, body, choice, checked }) => {
    const verb = methodOf(method)
    const input = { method: verb, url: { path: prefix + path, query }, headers: headersFor(headers, body), ...bodyFor(body) }
    const mock = {
      dynamic: false,
      ...(choice === undefined ? {} : { code: choice.status }),
      ...(choice?.name === undefined ? {} : { exampleKey: choice.name }),
    }
    const config = { ...fixed, checkSecurity: checked, validateRequest: checked, mock }
    const result = await prism.request(input, resources.get(`${verb} ${prefix}${template}`) ?? [], config)()
    if (result._tag === 'Left') return { status: 0, body: undefined, violations: violationsIn(result.left) }
    const { output, validations } = result.right
    return { status: output.statusCode, body: output.body, violations: validations.input.filter(isError).map(violationOf) }
  }
}

type Diagnostic = { readonly path?: string[]; readonly code?: string | number; readonly message: string; readonly severity: number }

/** The others are warnings: deprecated parameters. */
const isError = ({ severity }: Diagnostic) => severity === 0
const violationOf = ({ path = [], code = '', message }: Diagnostic): Violation => ({ path, rule: String(code), message })

/** Where the document has no answer for a bad request, Prism makes an error of its own. Any other is an accident. */
function violationsIn(error: Error): readonly Violation[] {
  if (!(error instanceof ProblemJsonError) || ![401, 415, 422].includes(error.status)) throw error
  const found = error.additional?.['validation']
  if (!Array.isArray(found)) return [{ path: [], rule: String(error.status), message: error.detail }]
  return found.map(({ location, code, message }) => violationOf({ path: location, code, message, severity: 0 }))
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

function methodOf(method: string): (typeof methods)[number] {
  const found = methods.find((known) => known === method.toLowerCase())
  if (found === undefined) throw new Error(`the contract has a method that Prism does not know: ${method}`)
  return found
}

/** Which answer comes is not Prism's business: it would read `Accept` and refuse, which GitLab does not. Forms are read already. */
function headersFor(headers: Readonly<Record<string, string>>, body: Body): Record<string, string> {
  const { accept: _, 'content-type': __, 'content-length': ___, prefer: ____, ...others } = headers
  return body.kind === 'read' ? { ...others, 'content-type': 'application/json', 'content-length': String(body.length) } : others
}

const bodyFor = (body: Body) => (body.kind === 'read' ? { body: body.value } : {})
