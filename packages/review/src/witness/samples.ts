import { isObject, type Json, type JsonObject, listOf, membersOf, textsOf } from '../source/json.ts'

/** Follows `$ref`, in whatever document a schema stands. */
export type Resolve = (node: Json | undefined) => Json | undefined

const deepest = 4

/** So many of an inner schema: each of them makes a whole of its own, and large bodies have hundreds of members. */
const most = 60

/** Values at the edges of what a schema allows and just beyond: which of them are right is for a validator to say. */
export function samplesOf(resolve: Resolve, node: Json | undefined, depth = deepest): Json[] {
  const schema = resolve(node)
  if (!isObject(schema)) return ['anything', 1, null]
  const parts = [...listOf(schema['allOf']), ...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  const own = 'const' in schema ? [schema['const'] ?? null] : [...listOf(schema['enum']), ...listOf(schema['examples'])]
  const known = listOf(schema['x-extensible-enum'])
  const open = known.length > 0 ? [...known, 'a-word-of-tomorrow'] : []
  const typed = typesOf(schema).flatMap((type) => samplesOfType(resolve, schema, type, depth))
  const all = unique([...own, ...open, ...typed, ...parts.flatMap((part) => samplesOf(resolve, part, depth))])
  return depth === deepest ? all : all.slice(0, most)
}

function typesOf(schema: JsonObject): string[] {
  if (typeof schema['type'] === 'string') return [schema['type']]
  const types = textsOf(schema['type'])
  if (types.length > 0) return types
  if (schema['properties'] !== undefined) return ['object']
  return schema['items'] === undefined ? [] : ['array']
}

function samplesOfType(resolve: Resolve, schema: JsonObject, type: string, depth: number): Json[] {
  if (type === 'null') return [null]
  if (type === 'boolean') return [true, false]
  if (type === 'integer' || type === 'number') return numbers(schema, type)
  if (type === 'string') return texts(schema)
  if (type === 'array') return depth === 0 ? [[]] : lists(resolve, schema, depth)
  return depth === 0 ? [least(resolve, schema)] : objects(resolve, schema, depth)
}

const edges = (value: Json | undefined): number[] => (typeof value === 'number' ? [value - 1, value, value + 1] : [])

function numbers(schema: JsonObject, type: string): Json[] {
  const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].flatMap((keyword) => edges(schema[keyword]))
  const large = schema['format'] === undefined || schema['format'] === 'int64' ? [2 ** 40] : schema['format'] === 'double' ? [1e300] : []
  return [7, 0, -3, ...limits, ...large, ...(type === 'number' ? [1.5] : [])]
}

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T10:00:00Z',
  uri: 'https://books.example/1',
  email: 'ann@books.example',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
}

function texts(schema: JsonObject): Json[] {
  const lengths = ['minLength', 'maxLength'].flatMap((keyword) => edges(schema[keyword])).filter((length) => length >= 0 && length < 1000)
  const format = formats[String(schema['format'])]
  const all = [
    'word',
    '',
    '9780306406157',
    'ABC-1',
    ...(format === undefined ? [] : [format]),
    ...lengths.map((length) => 'x'.repeat(length)),
  ]
  const pattern = new RegExp(typeof schema['pattern'] === 'string' ? schema['pattern'] : '')
  return all.sort((one, other) => Number(pattern.test(other)) - Number(pattern.test(one)))
}

function lists(resolve: Resolve, schema: JsonObject, depth: number): Json[] {
  const elements = samplesOf(resolve, schema['items'], depth - 1)
  const counts = ['minItems', 'maxItems'].flatMap((keyword) => edges(schema[keyword])).filter((count) => count >= 0 && count < 100)
  const [first = 'one', second = first] = elements
  return [
    [],
    [first],
    [first, second],
    [first, first],
    ...elements.map((element) => [element]),
    ...counts.map((count) => Array.from({ length: count }, () => first)),
  ]
}

/** Only what must be there, however deep: a schema that holds itself can always do without. */
function least(resolve: Resolve, schema: JsonObject): JsonObject {
  const members = new Map(membersOf(schema['properties']))
  return Object.fromEntries(textsOf(schema['required']).map((name) => [name, samplesOf(resolve, members.get(name), 0)[0] ?? null]))
}

/** All members, only the required ones, each member left out, each with each of its samples, and one that nobody knows. */
function objects(resolve: Resolve, schema: JsonObject, depth: number): Json[] {
  const members = membersOf(schema['properties']).map(([name, member]) => [name, samplesOf(resolve, member, depth - 1)] as const)
  const full = Object.fromEntries(members.map(([name, samples]) => [name, samples[0] ?? null]))
  const fewest = Object.fromEntries(textsOf(schema['required']).map((name) => [name, full[name] ?? 'one']))
  const varied = members.flatMap(([name, samples]) => samples.map((sample) => ({ ...full, [name]: sample })))
  const without = members.map(([name]) => Object.fromEntries(Object.entries(full).filter(([other]) => other !== name)))
  return [full, fewest, { ...full, unheard: 1 }, ...varied, ...without]
}

function unique(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
