import { createRequire } from 'node:module'
import { isObject, type OpenApiDocument, resolve, toolView } from '@jobs-api/contract'
import type { Request, RequestHandler, Response } from 'express'
import * as validator from 'express-openapi-validator'
import { exchangeOf } from './exchange.ts'
import { FittingRequests } from './fitting-requests.ts'
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

/** Two steps: find the operation, then check the request against it. Requests that fitted before skip both. */
export function validation(document: OpenApiDocument): { match: RequestHandler; check: RequestHandler } {
  rememberTemplates()
  const [parameters, metadata, , requests, answers] = validator.middleware({
    apiSpec: { webhooks: {}, ...toolView(document, { closed: true }) } as unknown as ApiSpec, // its types want more members than OpenAPI does
    useRequestUrl: true,
    validateApiSpec: false,
    validateSecurity: false,
    fileUploader: false,
    validateRequests: { allowUnknownQueryParameters: true },
    validateResponses: true,
  }) as RequestHandler[]
  if (!parameters || !metadata || !requests || !answers) throw new Error('the validator has not the middleware it should have')
  const fitting = new FittingRequests<Openapi>(describedHeaders(document))
  const match: RequestHandler = (request: Matched, response, next) => {
    judges.set(request, answers)
    const known = fitting.recall(request)
    if (known === undefined) return find(request, response, next)
    request.openapi = known
    exchangeOf(request).fits = true
    return next()
  }
  const find = inTurn(parameters, inTurn(metadata, wholeNumbers))
  const check: RequestHandler = (request, response, next) => (exchangeOf(request).fits ? next() : look(request, response, next))
  const look = inTurn(requests, (request: Matched, _response, next) => {
    if (request.openapi !== undefined) fitting.remember(request, request.openapi)
    next()
  })
  return { match, check }
}

/** Two steps as one, which costs less than two for Express. */
const inTurn =
  (first: RequestHandler, second: RequestHandler): RequestHandler =>
  (request, response, next) =>
    first(request, response, (error?: unknown) => void (error === undefined ? second(request, response, next) : next(error)))

function describedHeaders(document: OpenApiDocument): string[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  const parameters = operations.flatMap((operation) =>
    isObject(operation) && Array.isArray(operation['parameters']) ? operation['parameters'] : [],
  )
  const names = parameters.map((parameter) => resolve(document, parameter)).filter((parameter) => parameter['in'] === 'header')
  return [...new Set(names.map(({ name }) => String(name).toLowerCase()))]
}

/** The part of the validator that looks at answers, for each request that went through it. */
const judges = new WeakMap<Request, RequestHandler>()

/** Resolves if a JSON body is as the contract says, and rejects if it is not. */
export function checkAnswer(request: Request, response: Response, body: unknown): Promise<void> {
  const judge = judges.get(request)
  if (judge === undefined) throw new Error('the request did not pass the validator')
  return new Promise<void>((accept, reject) => {
    // The validator calls what stands here if the body fits, and its `next` for a second time if it does not.
    response.json = () => {
      accept()
      return response
    }
    judge(request, response, (error?: unknown) => (error === undefined ? void response.json(body) : reject(error)))
  }).finally(() => Reflect.deleteProperty(response, 'json'))
}

type Matched = Request & { openapi?: Openapi }
interface Openapi {
  readonly schema?: Described
  readonly pathParams?: Readonly<Record<string, unknown>>
}
type Described = {
  readonly operationId?: string
  readonly security?: readonly object[]
  readonly responses?: Readonly<Record<string, object>>
}

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
  return { operationId, pathParameters: openapi?.pathParams ?? {}, credentials: credentialsOf(security) }
}

const credentials = new WeakMap<readonly object[], ReadonlySet<string>>()

function credentialsOf(security: readonly object[]): ReadonlySet<string> {
  const known = credentials.get(security) ?? new Set(security.map((alternative) => Object.keys(alternative)[0] ?? 'anonymous'))
  credentials.set(security, known)
  return known
}

/** What the document in use says of this answer: one object for all requests to the operation, undefined if it says nothing. */
export function descriptionOf(request: Request, status: number): object | undefined {
  return (request as Matched).openapi?.schema?.responses?.[status]
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
