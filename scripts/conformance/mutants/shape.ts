import { type FactId, facts } from '@jobs-api/conformance'
import { document, isObject, type JsonObject, type OpenApiDocument, type OperationId, operations, resolve } from '@jobs-api/contract'
import { answering, type Json, withHeader, withJson, withStatus } from './changes.ts'
import { fault, type Sketch } from './mutant.ts'

// Derived from the contract: each member of an answer may be missing, of another type, or null where it may not be.

type Path = readonly string[]

interface Member {
  readonly path: Path
  readonly schema: JsonObject
  readonly required: boolean
}

/** How many of an operation's members are tried; of one job all are, with all that is inside them. */
const someMembers = 5

export function shape(id: OperationId): Sketch[] {
  const all = membersOf(document, successSchema(document, id)).filter(({ schema }) => isFirm(schema))
  const always = all.filter(({ path, required }) => path.length === 1 && required)
  const tried = id === 'getJob' ? all : everyNth(always, someMembers)
  return [...tried.flatMap((member) => membersMutants(id, member)), ...answerMutants(id), ...headerMutants(id)]
}

function membersMutants(id: OperationId, { path, schema, required }: Member): Sketch[] {
  const name = path.join('.')
  const made: Sketch[] = []
  if (required) made.push(sketch(id, `${name} missing`, changed(id, path, without)))
  const other = isNumberOrText(schema) ? {} : 'something else'
  made.push(sketch(id, `${name} of another type`, changed(id, path, set(other))))
  if (!mayBeNull(schema)) made.push(sketch(id, `${name} null`, changed(id, path, set(null))))
  return made
}

const sketch = (id: OperationId, what: string, behave: Sketch['behave']): Sketch => fault('shape', what, `${id}.body`, behave)

type Change = (parent: { [name: string]: Json }, key: string) => void

const without: Change = (parent, key) => {
  delete parent[key]
}

const set =
  (value: Json): Change =>
  (parent, key) => {
    parent[key] = value
  }

/** Changes a member wherever an answer of success has it. */
const changed = (id: OperationId, path: Path, change: Change) =>
  answering(
    (asked, { status }) => asked.operation === id && status < 300,
    withJson((value) => {
      reach(value, path, change)
      return value
    }),
  )

function reach(value: Json, [key = '', ...rest]: Path, change: Change): void {
  if (Array.isArray(value)) for (const entry of value) reach(entry, [key, ...rest], change)
  else if (typeof value === 'object' && value !== null && key in value) {
    if (rest.length === 0) change(value, key)
    else reach(value[key] ?? null, rest, change)
  }
}

function answerMutants(id: OperationId): Sketch[] {
  const { success } = operations[id]
  const isJson = (operations[id].answers as Record<string, readonly string[]>)[success]?.includes('application/json') === true
  const other = success === 201 ? 200 : success === 204 ? 200 : 203
  const wrongStatus: Sketch = fault(
    'shape',
    `success as ${other}`,
    `${id}.answers`,
    answering((asked, { status }) => asked.operation === id && status === success, withStatus(other)),
  )
  const html = answering((asked, { status }) => asked.operation === id && status < 300, withHeader('content-type', 'text/html'))
  const refusal = answering(
    (asked, { status }) => asked.operation === id && status === 404,
    withJson(() => ({ errors: ['not found'] })),
  )
  return [
    wrongStatus,
    ...(isJson ? [fault('shape', 'JSON labelled as HTML', `${id}.answers`, html)] : []),
    fault('refusal', 'refusals of another shape', `${id}.body`, refusal),
  ]
}

/** What rests on general knowledge only, or depends on who asks, the kit never asserts. */
const isFirm = ({ 'x-evidence': evidence }: JsonObject) =>
  !Array.isArray(evidence) ||
  (!evidence.includes('user-conditional') &&
    evidence.some((fact) => typeof fact === 'string' && isFact(fact) && facts[fact].certainty !== 'general'))

const isFact = (name: string): name is FactId => Object.hasOwn(facts, name)

function headerMutants(id: OperationId): Sketch[] {
  if (!id.startsWith('list')) return []
  const success = (name: string) =>
    answering((asked, { status, headers }) => asked.operation === id && status === 200 && name in headers, withHeader(name, 'many'))
  return ['x-page', 'x-per-page'].map((name) => fault('headers', `${name} no number`, `${id}.headers`, success(name)))
}

function successSchema(contract: OpenApiDocument, id: OperationId): JsonObject | undefined {
  const { path, method, success } = operations[id]
  const operation = resolve(contract, contract.paths[path]?.[method])
  const answer = resolve(contract, resolve(contract, operation['responses'])[success])
  const content = isObject(answer['content']) ? answer['content']['application/json'] : undefined
  if (!isObject(content)) return undefined
  const schema = resolve(contract, content['schema'])
  return schema['type'] === 'array' ? resolve(contract, schema['items']) : firstOf(contract, schema)
}

/** Of several shapes the first that is an object. */
function firstOf(contract: OpenApiDocument, schema: JsonObject): JsonObject {
  const options = Array.isArray(schema['oneOf']) ? schema['oneOf'].map((option) => resolve(contract, option)) : []
  return options.find((option) => option['properties'] !== undefined) ?? schema
}

function membersOf(contract: OpenApiDocument, schema: JsonObject | undefined, above: Path = []): Member[] {
  const properties = schema?.['properties']
  if (schema === undefined || !isObject(properties)) return []
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries(properties).flatMap(([name, node]) => {
    const member = { path: [...above, name], schema: { ...resolve(contract, node) }, required: required.includes(name) }
    const inner = firstOf(contract, member.schema['type'] === 'array' ? resolve(contract, member.schema['items']) : member.schema)
    return [member, ...(above.length < 2 ? membersOf(contract, inner, member.path) : [])]
  })
}

const typesIn = ({ type }: JsonObject): readonly unknown[] => (Array.isArray(type) ? type : [type])
const isNumberOrText = (schema: JsonObject) => ['string', 'number', 'integer', 'boolean'].some((type) => typesIn(schema).includes(type))
const mayBeNull = ({ oneOf, ...schema }: JsonObject) =>
  typesIn(schema).includes('null') || (Array.isArray(oneOf) && oneOf.some((option) => isObject(option) && option['type'] === 'null'))

/** A few of many, spread over all of them. */
const everyNth = <Each>(all: readonly Each[], count: number): readonly Each[] => {
  const step = Math.max(1, Math.floor(all.length / count))
  return all.filter((_, index) => index % step === 0).slice(0, count)
}
