import { isObject, type Json, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'

/** In place of a value: whatever the schema lets there be. */
export const anything = Symbol('anything')
type Value = Json | typeof anything

/**
 * The members and the known values of a schema that are in a value, by the name of their component: `Job.coverage` for a member
 * that is there and not null, `JobStatus=running` for a value.
 */
export function* partsIn(
  document: OpenApiDocument,
  schema: Json,
  value: Value,
  where = '',
  above: readonly string[] = [],
): Generator<string> {
  if (!isObject(schema)) return
  const { $ref: reference } = schema
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1)
    if (!above.includes(name))
      yield* partsIn(document, resolve(document, schema), value, name, value === anything ? [...above, name] : above)
    return
  }
  for (const branch of [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(listOf))
    if (mayBe(document, branch, value)) yield* partsIn(document, branch, value, where, above)
  for (const known of [schema['enum'], schema['x-extensible-enum']].flatMap(listOf))
    if (known !== null && (value === anything || value === known)) yield `${where}=${known}`
  for (const each of membersOf(value)) yield* partsIn(document, schema['items'] ?? null, each, where, above)
  yield* membersIn(document, schema, value, where, above)
}

function* membersIn(
  document: OpenApiDocument,
  schema: JsonObject,
  value: Value,
  where: string,
  above: readonly string[],
): Generator<string> {
  if (!isObject(schema['properties'] ?? null) || (value !== anything && !isObject(value))) return
  for (const [name, inner] of Object.entries(schema['properties'] as JsonObject)) {
    const member = value === anything ? value : (value[name] ?? null)
    if (member === null || (isObject(inner) && inner['type'] === 'null')) continue
    const path = `${where}.${name}`
    yield path
    yield* partsIn(document, inner, member, path, above)
  }
}

/** Of several shapes a value has those whose required members it has. */
function mayBe(document: OpenApiDocument, branch: Json, value: Value): boolean {
  if (value === anything || !isObject(value)) return true
  return listOf(resolve(document, branch)['required']).every((name) => Object.hasOwn(value, String(name)))
}

const listOf = (node: Json | undefined): readonly Json[] => (Array.isArray(node) ? node : [])
const membersOf = (value: Value): readonly Value[] => (value === anything ? [value] : listOf(value))
