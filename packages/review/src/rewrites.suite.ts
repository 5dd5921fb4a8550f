import { isObject, type Json, type JsonObject } from './source/json.ts'

/** Another way to write the same document. `pick` says where, and is given how many places there are. */
export type Rewrite = (document: JsonObject, pick: (count: number) => number) => JsonObject

/** Ways to write a document otherwise that change nothing of what it says. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  'other order of members': (document, pick) => everyObject(document, (node) => rotated(node, pick(Object.keys(node).length || 1))),
  'other order of required members': (document) =>
    everyObject(document, (node) => (Array.isArray(node['required']) ? { ...node, required: [...node['required']].reverse() } : node)),
  'a schema written out': (document, pick) =>
    atOneSchema(document, pick, (node) => (typeof node['$ref'] === 'string' ? structuredClone(component(document, node['$ref'])) : node)),
  'a schema put among the components': (document, pick) => {
    const unused = `Moved${Object.keys(schemasOf(document)).length}`
    let moved: JsonObject | undefined
    const rest = atOneSchema(document, pick, (node) => {
      if (typeof node['$ref'] === 'string') return node
      moved = node
      return { $ref: `#/components/schemas/${unused}` }
    })
    return moved === undefined ? document : withComponent(rest, unused, moved)
  },
  'a schema inside allOf': (document, pick) => atOneSchema(document, pick, (node) => ({ allOf: [node] })),
  'a schema as the only alternative': (document, pick) => atOneSchema(document, pick, (node) => ({ anyOf: [node] })),
  'null as an alternative': (document) =>
    everySchema(document, (node) => (isNullable(node) ? { anyOf: [{ ...node, type: typeOf(node) }, { type: 'null' }] } : node)),
  'one value as a constant': (document) =>
    everySchema(document, (node) => (Array.isArray(node['enum']) && node['enum'].length === 1 ? constant(node) : node)),
  'a component by another name': (document, pick) => renamed(document, pick),
  'required members apart': (document) =>
    everySchema(document, (node) => (Array.isArray(node['required']) && isObject(node['properties']) ? apart(node) : node)),
}

function rotated(node: JsonObject, by: number): JsonObject {
  const entries = Object.entries(node)
  return Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)])
}

const isNullable = ({ type }: JsonObject) => Array.isArray(type) && type.includes('null')
const typeOf = ({ type }: JsonObject): Json => (Array.isArray(type) ? type.filter((one) => one !== 'null') : (type ?? null))

function constant({ enum: values, ...others }: JsonObject): JsonObject {
  return { ...others, const: Array.isArray(values) ? (values[0] ?? null) : null }
}

function apart({ required, ...others }: JsonObject): JsonObject {
  return { allOf: [others, { required: required ?? [] }] }
}

function component(document: JsonObject, reference: string): JsonObject {
  const found = schemasOf(document)[reference.split('/').at(-1) ?? '']
  if (!isObject(found)) throw new Error(`${reference} is not there`)
  return found
}

function schemasOf(document: JsonObject): JsonObject {
  const components = document['components']
  const schemas = isObject(components) ? components['schemas'] : undefined
  return isObject(schemas) ? schemas : {}
}

function withComponent(document: JsonObject, name: string, schema: JsonObject): JsonObject {
  const components = isObject(document['components']) ? document['components'] : {}
  return { ...document, components: { ...components, schemas: { ...schemasOf(document), [name]: schema } } }
}

function renamed(document: JsonObject, pick: (count: number) => number): JsonObject {
  const names = Object.keys(schemasOf(document))
  const name = names[pick(names.length)] ?? ''
  const text = JSON.stringify(document).replaceAll(`"#/components/schemas/${name}"`, `"#/components/schemas/${name}Renamed"`)
  const copy: JsonObject = JSON.parse(text)
  const { [name]: schema, ...others } = schemasOf(copy)
  const components = isObject(copy['components']) ? copy['components'] : {}
  return { ...copy, components: { ...components, schemas: { ...others, [`${name}Renamed`]: schema ?? {} } } }
}

/** A copy in which every object has been replaced, the innermost first; what stands in an example or a default stays. */
function everyObject(value: JsonObject, replace: (node: JsonObject) => JsonObject): JsonObject {
  const inner = (name: string, member: Json): Json => {
    if (['example', 'examples', 'default', 'enum', 'const', 'security'].includes(name)) return member
    if (Array.isArray(member)) return member.map((one) => inner('', one))
    return isObject(member) ? everyObject(member, replace) : member
  }
  return replace(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inner(name, member)])))
}

const everySchema = (document: JsonObject, replace: (node: JsonObject) => JsonObject): JsonObject => schemasIn(document, replace)

/** Replaces the schemas of a document: components, members, elements, and those of parameters, headers and media types. */
function schemasIn(document: JsonObject, replace: (node: JsonObject) => JsonObject): JsonObject {
  return everyObject(document, (node) => {
    const copy = { ...node }
    for (const name of ['schema', 'items'] as const) {
      const schema = copy[name]
      if (isObject(schema)) copy[name] = replace(schema)
    }
    for (const name of ['properties', 'schemas'] as const) {
      const schemas = copy[name]
      if (isObject(schemas))
        copy[name] = Object.fromEntries(Object.entries(schemas).map(([key, one]) => [key, isObject(one) ? replace(one) : one]))
    }
    return copy
  })
}

function atOneSchema(document: JsonObject, pick: (count: number) => number, replace: (node: JsonObject) => JsonObject): JsonObject {
  let count = 0
  everySchema(document, (node) => {
    count += 1
    return node
  })
  const chosen = pick(count)
  let index = -1
  return everySchema(document, (node) => {
    index += 1
    return index === chosen ? replace(node) : node
  })
}
