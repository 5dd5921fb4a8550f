import { createRequire } from 'node:module'
import { isObject, type OpenApiDocument, resolve, toolView } from '@jobs-api/contract'
import type { Request, RequestHandler, Response } from 'express'
import * as validator from 'express-openapi-validator'
import { exchangeOf } from './exchange.ts'
import { declaredNames, sentenceOf } from './faults.ts'
import { FittingRequests } from './fitting-requests.ts'
import { KnownPaths } from './known-paths.ts'
import { faultsOf, Unfit } from './misfit.ts'
import { spellInteger } from './query.ts'
import { type ServedId, served } from './served.ts'

type ApiSpec = Parameters<typeof validator.middleware>[0]['apiSpec']

// The one file that knows express-openapi-validator. It is given the tool view of the document (no `scope[]`, answers closed),
// no security (its error messages name the wrong scheme) and no uploads.

/** Two steps: find the operation, then check the request against it. Requests that fitted before skip both, those to a known path the first. */
export function validation(document: OpenApiDocument): { match: RequestHandler; check: RequestHandler } {
  rememberTemplates()
  const { parameters, metadata, requests, answers } = validatorOf(document, { allErrors: false })
  const fitting = new FittingRequests<Openapi>(describedHeaders(document))
  const paths = new KnownPaths<Openapi>()
  const match: RequestHandler = (request: Matched, response, next) => {
    request[judge] = answers
    const known = fitting.recall(request)
    const found = known ?? paths.recall(request)
    if (found === undefined) return find(request, response, next)
    request.openapi = found
    exchangeOf(request).fits = known !== undefined
    return next()
  }
  const find = inTurn(parameters, inTurn(metadata, inTurn(wholeNumbers, noting(paths))))
  const check: RequestHandler = (request, response, next) => (exchangeOf(request).fits ? next() : look(request, response, next))
  const look = inTurn(namingAll(document, requests), (request: Matched, _response, next) => {
    if (request.openapi !== undefined) fitting.remember(request, request.openapi)
    next()
  })
  return { match, check }
}

/** Only of addresses that there are. */
const noting =
  (paths: KnownPaths<Openapi>): RequestHandler =>
  (request: Matched, _response, next) => {
    if (request.openapi !== undefined) paths.remember(request, request.openapi)
    next()
  }

function validatorOf(document: OpenApiDocument, { allErrors }: { allErrors: boolean }) {
  const [parameters, metadata, , requests, answers] = validator.middleware({
    apiSpec: { webhooks: {}, ...toolView(document, { closed: true, plain: true }) } as unknown as ApiSpec, // its types want more members than OpenAPI does
    useRequestUrl: true,
    validateApiSpec: false,
    validateSecurity: false,
    fileUploader: false,
    validateRequests: { allowUnknownQueryParameters: true, allErrors },
    validateResponses: true,
  }) as RequestHandler[]
  if (!parameters || !metadata || !requests || !answers) throw new Error('the validator has not the middleware it should have')
  return { parameters, metadata, requests, answers }
}

/** Of a longer body only the first fault is named: to find all that a megabyte can hold takes a second. Decision 0027. */
const longestSearched = 16_384

/**
 * A request that does not fit is looked at again, until every faulty parameter is known. Those that fit, nearly all, do not pay for
 * that: looking for all faults is slower, and the second validator is only made when it is needed.
 */
function namingAll(document: OpenApiDocument, requests: RequestHandler): RequestHandler {
  const names = declaredNames(document)
  let thorough: RequestHandler | undefined
  return (request, response, next) =>
    requests(request, response, (first?: unknown) => {
      if (faultsOf(first).length === 0) return next(first)
      const named = (error: unknown) => next(new Unfit(sentenceOf(faultsOf(error), names.get(matched(request)?.operationId ?? ''))))
      if (!isShort(request)) return named(first)
      thorough ??= validatorOf(document, { allErrors: true }).requests
      thorough(request, response, (all?: unknown) => named(faultsOf(all).length > 0 ? all : first))
    })
}

const isShort = ({ headers }: Request) =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= longestSearched

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

/** The part of the validator that looks at answers, on each request that went through it. */
const judge = Symbol('judge')

/** Resolves if a JSON body is as the contract says, and rejects if it is not. */
export function checkAnswer(request: Request, response: Response, body: unknown): Promise<void> {
  const judges = (request as Matched)[judge]
  if (judges === undefined) throw new Error('the request did not pass the validator')
  return new Promise<void>((accept, reject) => {
    // The validator calls what stands here if the body fits, and its `next` for a second time if it does not.
    response.json = () => {
      accept()
      return response
    }
    judges(request, response, (error?: unknown) => (error === undefined ? void response.json(body) : reject(error)))
  }).finally(() => Reflect.deleteProperty(response, 'json'))
}

type Matched = Request & { openapi?: Openapi; [judge]?: RequestHandler }
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
