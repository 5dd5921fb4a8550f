import { createRequire } from 'node:module'
import { type OpenApiDocument, toolView } from '@jobs-api/contract'
import type { Request, RequestHandler } from 'express'
import * as validator from 'express-openapi-validator'
import { spellInteger } from './query.ts'
import { type ServedId, served } from './served.ts'

type ApiSpec = Parameters<typeof validator.middleware>[0]['apiSpec']

// The one file that knows express-openapi-validator. It is given the tool view of the document (no `scope[]`, answers closed),
// no security (its error messages name the wrong scheme) and no uploads.

/** A request that does not fit the contract, in GitLab's words. */
export interface Misfit {
  readonly status: number
  readonly body: { readonly error: string }
  readonly headers: Readonly<Record<string, string>>
}

/** Two steps: find the operation, then check the request against it. Answers sent with `response.json` are checked, too. */
export function validation(document: OpenApiDocument): { match: RequestHandler[]; check: RequestHandler[] } {
  rememberTemplates()
  const [parameters, metadata, ...check] = validator.middleware({
    apiSpec: { webhooks: {}, ...toolView(document, { closed: true }) } as unknown as ApiSpec, // its types want more members than OpenAPI does
    useRequestUrl: true,
    validateApiSpec: false,
    validateSecurity: false,
    fileUploader: false,
    validateRequests: { allowUnknownQueryParameters: true },
    validateResponses: true,
  }) as RequestHandler[]
  if (parameters === undefined || metadata === undefined) throw new Error('the validator has no middleware for parameters and metadata')
  return { match: [parameters, metadata, wholeNumbers], check }
}

type Matched = Request & { openapi?: { schema?: Described; pathParams?: Record<string, unknown> } }
type Described = { readonly operationId?: string; readonly security?: readonly object[] }

const wholeNumbers: RequestHandler = (request: Matched, _response, next) => {
  const found = matched(request)
  if (found !== undefined)
    for (const [name, type] of Object.entries(served[found.operationId].path_parameters)) {
      const text = found.pathParameters[name]
      if (type === 'integer' && typeof text === 'string') Object.assign(found.pathParameters, { [name]: spellInteger(text) })
    }
  next()
}

interface Match {
  readonly operationId: ServedId
  /** Coerced: `job_id` is a number. */
  readonly pathParameters: Readonly<Record<string, unknown>>
  /** The credentials that the edition takes here, `anonymous` among them where none are needed. */
  readonly credentials: ReadonlySet<string>
}

/** What the validator found out about a request. */
export function matched(request: Request): Match | undefined {
  const { openapi } = request as Matched
  const { operationId, security = [] } = openapi?.schema ?? {}
  if (operationId === undefined || !isOperationId(operationId)) return undefined
  const credentials = new Set(security.map((alternative) => Object.keys(alternative)[0] ?? 'anonymous'))
  return { operationId, pathParameters: openapi?.pathParams ?? {}, credentials }
}

const isOperationId = (id: string): id is ServedId => id in served

/** Turns an error of the validator, or of a body parser, into a refusal; undefined if it is neither. */
export function misfitOf(error: unknown): Misfit | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return undefined
  const { status } = error
  const headers = 'headers' in error && typeof error.headers === 'object' ? (error.headers as Record<string, string>) : {}
  const refuse = (text: string): Misfit => ({ status, body: { error: text }, headers })
  if (status === 404) return refuse('404 Not Found')
  if (status === 405)
    return { ...refuse('405 Not Allowed'), headers: { Allow: String(headers['Allow'] ?? '').replace(/\bGET\b/, 'GET, HEAD') } }
  if (status === 413) return refuse('Request Entity Too Large')
  if (status === 415) return refuse(unsupported(error))
  const details = 'errors' in error && Array.isArray(error.errors) ? (error.errors as Detail[]) : []
  // Without details it comes from a body parser.
  return refuse(details.length === 0 ? 'message body does not match declared format' : [...new Set(details.map(sentence))].join(', '))
}

function unsupported(error: Error & { charset?: unknown; encoding?: unknown }): string {
  const type = /unsupported media type (.+)$/.exec(error.message)?.[1]
  if (type !== undefined) return `The provided content-type '${type}' is not supported.`
  return `The provided ${error.charset === undefined ? 'content-encoding' : 'charset'} '${error.charset ?? error.encoding}' is not supported.`
}

interface Detail {
  readonly path: string
  readonly errorCode?: string
}

/** Fact `errors-parameter-validation`: the parameter, and one of three things that can be wrong with it. */
function sentence({ path, errorCode = '' }: Detail): string {
  const [, place = '', name = 'body', ...rest] = path.split('/')
  if (!['params', 'query', 'headers', 'body'].includes(place)) return 'the address is invalid'
  // Whatever is no status is a wrong value, not a wrong type. Fact `requests-scope-coercion`.
  if (place === 'query' && name === 'scope') return 'scope does not have a valid value'
  const full = [name, ...rest.map((part) => `[${part}]`)].join('')
  if (errorCode.startsWith('required')) return `${full} is missing`
  if (/^(enum|minimum|maximum|pattern|minLength|maxLength|minItems|maxItems|const)/.test(errorCode))
    return `${full} does not have a valid value`
  return `${full} is invalid`
}

/** The validator compiles every route template on every request; remembering them halves its time. */
function rememberTemplates(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('express-openapi-validator'))
  const matcher: { pathToRegexp: Compile; remembered?: true } = require('path-to-regexp')
  if (matcher.remembered) return
  const compile = matcher.pathToRegexp
  const known = new Map<string, unknown>()
  matcher.pathToRegexp = (path, options = {}) => {
    const key = `${path} ${options.strict} ${options.sensitive}`
    const template = known.get(key) ?? compile(path, options)
    known.set(key, template)
    return template
  }
  matcher.remembered = true
}

type Compile = (path: string, options?: { strict?: boolean; sensitive?: boolean }) => unknown
