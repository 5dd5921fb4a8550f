import { type ControlHandlers, type ControlId, sandboxControls, sandboxDocument } from '@jobs-api/contract'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express'
import { refuse, universeOf } from './front.ts'
import type { Universe } from './universe.ts'

/** What a control may ask for. */
export interface ControlDesk {
  /** Not for controls that are about no universe. */
  readonly universe: () => Universe
  /** The address at which the sandbox is asked. */
  readonly origin: string
}

interface Answer {
  readonly status: number
  readonly type?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}
type AnyHandler = (input: unknown, desk: ControlDesk) => Promise<Answer>

/** Serves the controls as `openapi/sandbox.yaml` describes them: there is a route for each operation, and no other. */
export function control(handlers: ControlHandlers<ControlDesk>): Router {
  const router = express.Router({ caseSensitive: true })
  for (const [id, { method, path }] of Object.entries(sandboxControls) as [ControlId, (typeof sandboxControls)[ControlId]][]) {
    const handle = handlers[id] as AnyHandler // the check before it has made sure that the input fits
    router[method](path.replaceAll(/\{(\w+)\}/g, ':$1'), express.json({ strict: false }), check(id), async (request, response) => {
      const path = coerced(request.params, sandboxControls[id].path_parameters)
      const query = coerced(request.query, sandboxControls[id].query_parameters)
      if (path === undefined || query === undefined) return refuse(response, 400, 'the address holds no number where one should be')
      const input = { path, query, headers: request.headers, body: request.body }
      const { status, type, headers = {}, body } = await handle(input, { universe: () => universeOf(request), origin: originOf(request) })
      response.status(status).set(headers)
      if (type !== undefined) response.type(type).end(body)
      else if (body === undefined) response.end()
      else response.json(body)
    })
  }
  const notJson: ErrorRequestHandler = (error, _request, response, next) =>
    error instanceof SyntaxError ? refuse(response, 400, 'the body is not JSON') : next(error)
  return router.use(notJson)
}

/** What the client calls us, as far as that can stand in a line for a shell. */
function originOf({ protocol, headers }: Request): string {
  const host = headers.host ?? ''
  return `${protocol}://${/^[\w.:[\]-]+$/.test(host) ? host : '127.0.0.1:4001'}`
}

/** Numbers for what the contract says are numbers; undefined if one is none. */
function coerced(parameters: Readonly<Record<string, unknown>>, types: Readonly<Record<string, string>>): object | undefined {
  const values = Object.entries(parameters).map(([name, text]) => [name, types[name] === 'integer' ? Number(text) : text] as const)
  const isWrong = values.some(([, value]) => typeof value === 'number' && !(Number.isSafeInteger(value) && value > 0))
  return isWrong ? undefined : Object.fromEntries(values)
}

/** Refuses a body that is not as the contract wants it. */
function check(id: ControlId): RequestHandler {
  const { method, path, takesBody } = sandboxControls[id]
  if (!takesBody) return (_request, _response, next) => next()
  const validate = schemaAt(['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'])
  return (request: Request, response, next) =>
    validate(request.body) ? next() : refuse(response, 400, checker.errorsText(validate.errors, { dataVar: 'body' }))
}

const checker = new Ajv2020({ strict: false, useDefaults: true })
formats.default(checker)
checker.addSchema(sandboxDocument, 'sandbox')

function schemaAt(steps: readonly string[]): ValidateFunction {
  const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  return checker.compile({ $ref: `sandbox#/${pointer}` })
}
