import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import express, { type NextFunction, type Request, type Response } from 'express'
import * as validator from 'express-openapi-validator'
import { type Operation, operationsOf } from '../diff/operations.ts'
import { resolverOf, sourceOf } from '../document.suite.ts'
import { isObject, type Json, type JsonObject, membersOf } from '../source/json.ts'
import { samplesOf } from '../witness/samples.ts'

/** A request as a client of one document sends it. */
export interface Probe {
  readonly method: string
  /** With its query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** A server that takes exactly what a document allows: express-openapi-validator in front of nothing. Answers 204, or why not. */
export async function serve(document: JsonObject): Promise<{ readonly base: string; readonly close: () => void }> {
  const app = express()
  app.use(express.json())
  app.use(
    validator.middleware({
      apiSpec: document as never,
      validateRequests: { allowUnknownQueryParameters: false },
      validateSecurity: true,
      validateResponses: false,
    }),
  )
  app.use((request: Request, response: Response) => void response.status('openapi' in request ? 204 : 404).end()) // other addresses pass it by
  app.use((problem: { status?: number; message?: string }, _request: Request, response: Response, _next: NextFunction) => {
    response.status(problem.status ?? 500).send(problem.message)
  })
  const server: Server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, close: () => void server.close().closeAllConnections() }
}

export async function statusOf(base: string, { method, target, headers, body }: Probe): Promise<number> {
  const answer = await fetch(`${base}${target}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** The requests that a caller of a document may think of, right ones and wrong ones. Values come from both documents. */
export function probesOf(document: JsonObject, other: JsonObject): Probe[] {
  return operationsOf(sourceOf(document)).flatMap((operation) => {
    const twin = operationsOf(sourceOf(other)).find(({ method, path }) => method === operation.method && path === operation.path)
    return [
      ...parameterProbes(document, other, operation, twin),
      ...bodyProbes(document, other, operation, twin),
      ...credentialProbes(document, operation),
    ]
  })
}

const credential: Readonly<Record<string, string>> = { 'x-key': 'k', authorization: 'Bearer t' }

function plain(document: JsonObject, operation: Operation, changes: Partial<Probe> & { readonly query?: readonly string[] } = {}): Probe {
  const path = operation.path.replaceAll(/\{[^}]*\}/g, '7')
  const required = operation.parameters.filter(({ in: place, node }) => place === 'query' && node['required'] === true)
  const query = changes.query ?? required.map(({ name }) => `${name}=word`)
  const body = changes.body ?? firstBody(document, operation)
  const type: Readonly<Record<string, string>> =
    body === undefined ? {} : { 'content-type': mediaTypes(operation)[0] ?? 'application/json' }
  const target = changes.target ?? `${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  return { method: operation.method, target, headers: { ...credential, ...type, ...changes.headers }, body }
}

const contentOf = (operation: Operation): Json | undefined =>
  isObject(operation.node['requestBody']) ? operation.node['requestBody']['content'] : undefined
const mediaTypes = (operation: Operation) => membersOf(contentOf(operation)).map(([type]) => type)
const bodySchema = (operation: Operation) => {
  const [, media] = membersOf(contentOf(operation))[0] ?? []
  return isObject(media) ? media['schema'] : undefined
}

function firstBody(document: JsonObject, operation: Operation): string | undefined {
  const schema = bodySchema(operation)
  return schema === undefined ? undefined : JSON.stringify(samplesOf(resolverOf(document), schema)[0] ?? {})
}

function parameterProbes(document: JsonObject, other: JsonObject, operation: Operation, twin: Operation | undefined): Probe[] {
  return operation.parameters.flatMap(({ name, in: place, node }) => {
    const theirs = twin?.parameters.find((one) => one.name === name && one.in === place)?.node
    const values = [...samplesOf(resolverOf(document), node['schema']), ...samplesOf(resolverOf(other), theirs?.['schema'])]
    if (place === 'path')
      return values.map((value) =>
        plain(document, operation, { target: operation.path.replaceAll(/\{[^}]*\}/g, encodeURIComponent(String(value))) }),
      )
    if (place === 'header') return values.map((value) => plain(document, operation, { headers: { [name]: String(value) } }))
    return [
      plain(document, operation, { query: [] }),
      ...values.map((value) => plain(document, operation, { query: spelt(name, value, node) })),
    ]
  })
}

function spelt(name: string, value: Json, node: JsonObject): string[] {
  const texts = (Array.isArray(value) ? value : [value]).map((one) => encodeURIComponent(String(one)))
  if (node['explode'] === false) return [`${name}=${texts.join(',')}`]
  return texts.map((text) => `${name}=${text}`)
}

function bodyProbes(document: JsonObject, other: JsonObject, operation: Operation, twin: Operation | undefined): Probe[] {
  const schema = bodySchema(operation)
  if (schema === undefined) return [plain(document, operation)]
  const values = [...samplesOf(resolverOf(document), schema), ...(twin === undefined ? [] : samplesOf(resolverOf(other), bodySchema(twin)))]
  const {
    body: _,
    headers: { 'content-type': __, ...bare },
    ...rest
  } = plain(document, operation)
  const types = mediaTypes(operation).map((type) => plain(document, operation, { headers: { 'content-type': type } }))
  return [...values.map((value) => plain(document, operation, { body: JSON.stringify(value) })), ...types, { ...rest, headers: bare }]
}

function credentialProbes(document: JsonObject, operation: Operation): Probe[] {
  const { headers, ...rest } = plain(document, operation)
  const without = (...names: string[]) => ({
    ...rest,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name))),
  })
  return [without('x-key'), without('authorization'), without('x-key', 'authorization')]
}

/** An answer as a server of one document gives it. */
export interface Answer {
  readonly operation: string
  readonly status: string
  readonly headers: readonly string[]
  readonly type: string
  readonly body: Json
}

/** The answers that a server of a document may give: each status, each sample that its schema allows, with the least headers. */
export function answersOf(document: JsonObject, other: JsonObject): Answer[] {
  const twins = new Map(operationsOf(sourceOf(other)).map((one) => [`${one.method} ${one.path}`, one]))
  return operationsOf(sourceOf(document)).flatMap((operation) => {
    const name = `${operation.method} ${operation.path}`
    return membersOf(operation.node['responses']).flatMap(([status, answer]) => {
      const headers = membersOf(isObject(answer) ? answer['headers'] : undefined).flatMap(([header, node]) =>
        isObject(node) && node['required'] === true ? [header] : [],
      )
      const media = membersOf(isObject(answer) ? answer['content'] : undefined)
      if (media.length === 0) return [{ operation: name, status, headers, type: '', body: null }]
      return media.flatMap(([type, one]) => {
        const schema = isObject(one) ? one['schema'] : undefined
        const theirs = answerSchema(twins.get(name), status, type)
        const judge = judgeOf(document, schema)
        const values = [...samplesOf(resolverOf(document), schema), ...samplesOf(resolverOf(other), theirs)].filter((value) => judge(value))
        return values.map((body) => ({ operation: name, status, headers, type, body }))
      })
    })
  })
}

function answerSchema(operation: Operation | undefined, status: string, type: string): Json | undefined {
  const answers = operation?.node['responses']
  const answer = isObject(answers) ? answers[status] : undefined
  const content = isObject(answer) ? answer['content'] : undefined
  const media = isObject(content) ? content[type] : undefined
  return isObject(media) ? media['schema'] : undefined
}

/** Why a reader who keeps to a document cannot read an answer; undefined if it can. */
export function misreading(document: JsonObject, { operation, status, headers, type, body }: Answer): string | undefined {
  const own = operationsOf(sourceOf(document)).find(({ method, path }) => `${method} ${path}` === operation)
  if (own === undefined) return undefined // nobody calls it yet
  const answers = own.node['responses']
  const answer = isObject(answers) ? answers[status] : undefined
  if (!isObject(answer)) return /^[23]/.test(status) ? `a ${status} that nobody expects` : undefined
  const lacking = membersOf(answer['headers']).find(
    ([name, node]) => isObject(node) && node['required'] === true && !headers.includes(name),
  )
  if (lacking !== undefined) return `no ${lacking[0]}`
  const content = answer['content']
  if (isObject(content) && !isObject(content[type])) return undefined // the reader asked for another media type
  const judge = judgeOf(document, answerSchema(own, status, type))
  return judge(body) ? undefined : `${JSON.stringify(body)} ${JSON.stringify(judge.errors?.[0]?.message)}`
}

const always: Pick<ValidateFunction, 'errors'> & ((value: Json) => boolean) = Object.assign(() => true, { errors: null })

type Judge = typeof always | ValidateFunction
const judges = new WeakMap<JsonObject, { readonly ajv: Ajv2020; readonly known: Map<string, Judge> }>()

function judgeOf(document: JsonObject, schema: Json | undefined): Judge {
  if (schema === undefined) return always
  const { ajv, known } = judges.get(document) ?? ajvOf(document)
  const text = JSON.stringify(schema)
  const judge = known.get(text) ?? ajv.compile(inDocument(schema))
  known.set(text, judge)
  return judge
}

function ajvOf(document: JsonObject) {
  const int32 = { type: 'number', validate: (value: number) => Math.abs(value) < 2 ** 31 } as const
  const ajv = new Ajv2020({ strict: false, formats: { int32, int64: true, float: true, double: true } })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'document', ...document })
  const made = { ajv, known: new Map<string, Judge>() }
  judges.set(document, made)
  return made
}

/** The same schema with references that lead into the document. */
function inDocument(value: Json): JsonObject | boolean {
  const walk = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(walk)
    if (!isObject(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([name, one]) => [name, name === '$ref' && typeof one === 'string' ? `document${one}` : walk(one)]),
    )
  }
  const copy = walk(value)
  return isObject(copy) || typeof copy === 'boolean' ? copy : {}
}
