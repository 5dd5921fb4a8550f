import { operationsOf } from '../diff/operations.ts'
import { resolverOf, sourceOf } from '../document.suite.ts'
import { isObject, type Json, type JsonObject, membersOf } from '../source/json.ts'
import { samplesOf } from '../witness/samples.ts'

/** A program that uses everything that a document describes, by its types: old values go out, new ones come in. */
export function consumerOf(document: JsonObject): string {
  const lines = operationsOf(sourceOf(document)).flatMap((operation, index) => {
    const path = `paths[${JSON.stringify(operation.path)}]['${operation.method.toLowerCase()}']`
    const id = operation.id === undefined ? [] : [`export type Named${index} = neu.operations[${JSON.stringify(operation.id)}]`]
    return [
      ...id,
      ...sent(document, path, operation.node, index),
      ...parameters(document, path, operation, index),
      ...read(document, path, operation.node, index),
    ]
  })
  return [`import type * as old from './old.ts'`, `import type * as neu from './new.ts'`, ...lines].join('\n')
}

const bodyOf = (path: string) => `NonNullable<${path}['requestBody']>['content']['application/json']`

/** A body of the old type is good enough for the new one, and may be written out in full. */
function sent(document: JsonObject, path: string, node: JsonObject, index: number): string[] {
  const body = node['requestBody']
  const media = isObject(body) && isObject(body['content']) ? body['content']['application/json'] : undefined
  if (!isObject(media)) return []
  const full = JSON.stringify(samplesOf(resolverOf(document), media['schema'])[0] ?? null)
  return [
    `declare const body${index}: ${bodyOf(`old.${path}`)}`,
    `export const sent${index}: ${bodyOf(`neu.${path}`)} = body${index}`,
    `export const written${index}: ${bodyOf(`neu.${path}`)} = ${full}`,
  ]
}

function parameters(document: JsonObject, path: string, operation: ReturnType<typeof operationsOf>[number], index: number): string[] {
  return ['query', 'path'].flatMap((place) => {
    const own = operation.parameters.filter((parameter) => parameter.in === place)
    if (own.length === 0) return []
    const values = own.map(
      ({ name, node }) =>
        `${JSON.stringify(name)}: ${JSON.stringify(samplesOf(resolverOf(document), node['schema']).find((value) => value !== '') ?? 1)}`,
    )
    return [`export const ${place}${index}: neu.${path}['parameters']['${place}'] = { ${values.join(', ')} }`]
  })
}

/** An answer of the new type is good enough for the old one, and every member that was there can be read. */
function read(document: JsonObject, path: string, node: JsonObject, index: number): string[] {
  return membersOf(node['responses']).flatMap(([status, answer]) => {
    if (!isObject(answer)) return []
    const type = `${path}['responses'][${status}]`
    const headers = membersOf(answer['headers']).map(
      ([name], at) => `export type Header${index}x${status}x${at} = neu.${type}['headers'][${JSON.stringify(name)}]`,
    )
    const bodies = membersOf(answer['content']).flatMap(([media, one], at) => {
      const body = `${type}['content'][${JSON.stringify(media)}]`
      const name = `answer${index}x${status}x${at}`
      const members = membersIn(document, isObject(one) ? one['schema'] : undefined).map((member) => `void ${name}${member}`)
      return [`declare const ${name}: neu.${body}`, `export const read${name}: old.${body} = ${name}`, ...members]
    })
    return /^[45]/.test(status) ? [] : [...headers, ...bodies]
  })
}

/** The ways to the members of an object, two steps deep: `?.author?.name`. */
function membersIn(document: JsonObject, schema: Json | undefined, depth = 2): string[] {
  const resolved = isObject(schema) && typeof schema['$ref'] === 'string' ? componentOf(document, schema['$ref']) : schema
  if (!isObject(resolved) || depth === 0) return []
  return membersOf(resolved['properties']).flatMap(([name, member]) => {
    const way = `?.${name}`
    return [way, ...membersIn(document, member, depth - 1).map((deeper) => `${way}${deeper}`)]
  })
}

function componentOf(document: JsonObject, reference: string): Json | undefined {
  return reference
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((value, step) => (isObject(value) ? value[step] : undefined), document)
}
