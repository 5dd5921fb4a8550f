import { isObject, isText, type Json, type JsonObject, listOf, textsOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'

export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/** One of several schemas must hold; which of them is told by the keyword. */
export interface Alternatives {
  readonly keyword: 'anyOf' | 'oneOf'
  readonly branches: readonly Json[]
}

/**
 * What a schema says once `$ref` and `allOf` are followed, `nullable` and a `null` branch are read as the type null, and single
 * alternatives are read as themselves: schemas that mean the same have the same shape, however they are written.
 */
export interface Shape {
  /** The schemas that hold together; at least one of them has what is told here. */
  readonly parts: readonly JsonObject[]
  /** Without null; a number may be an integer, so it has both names. Undefined: any type. */
  readonly types: ReadonlySet<TypeName> | undefined
  /** Undefined where nothing is said about types. */
  readonly isNullable: boolean | undefined
  readonly isNever: boolean
  readonly alternatives: readonly Alternatives[]
}

/** The shape of schemas that hold together. */
export function shapeOf(source: Source, nodes: readonly Json[]): Shape {
  const gathered: Gathered = { parts: [], alternatives: [], isNever: false, orNull: false, seen: new Set() }
  for (const node of nodes) gather(source, node, gathered)
  const types = typesOf(gathered.parts)
  const { parts, alternatives, isNever, orNull } = gathered
  const isNullable = types === undefined ? (alternatives.length > 0 ? orNull : undefined) : orNull || types.has('null')
  types?.delete('null')
  return { parts, types, isNullable, isNever, alternatives }
}

interface Gathered {
  readonly parts: JsonObject[]
  readonly alternatives: Alternatives[]
  isNever: boolean
  orNull: boolean
  readonly seen: Set<Json>
}

function gather(source: Source, node: Json | undefined, into: Gathered): void {
  if (node === false) into.isNever = true
  if (!isObject(node) || into.seen.has(node)) return
  into.seen.add(node)
  if (isText(node['$ref'])) gather(source, source.follow(node, node['$ref']), into)
  into.parts.push(node)
  for (const part of listOf(node['allOf'])) gather(source, part, into)
  for (const keyword of ['anyOf', 'oneOf'] as const) gatherAlternatives(source, node, keyword, into)
}

function gatherAlternatives(source: Source, node: JsonObject, keyword: 'anyOf' | 'oneOf', into: Gathered): void {
  const all = listOf(node[keyword])
  const branches = all.filter((branch) => !isOnlyNull(source.resolve(branch)))
  if (all.length === 0) return
  if (branches.length < all.length) into.orNull = true
  const [only] = branches
  if (branches.length === 1) gather(source, only, into)
  else into.alternatives.push({ keyword, branches })
}

const isOnlyNull = (schema: Json | undefined) => isObject(schema) && (schema['type'] === 'null' || schema['const'] === null)

/** The types that all parts allow. A list of values tells the types as well. */
function typesOf(parts: readonly JsonObject[]): Set<TypeName> | undefined {
  const stated = parts.map(statedTypes).filter((types) => types !== undefined)
  const [first, ...others] = stated.length > 0 ? stated : parts.map(typesOfValues).filter((types) => types !== undefined)
  if (first === undefined) return undefined
  return new Set([...first].filter((type) => others.every((types) => types.has(type))))
}

function statedTypes(part: JsonObject): Set<TypeName> | undefined {
  const stated = isText(part['type']) ? [part['type']] : textsOf(part['type'])
  if (stated.length === 0) return undefined
  const types = new Set(stated.filter(isTypeName))
  if (types.has('number')) types.add('integer')
  if (part['nullable'] === true) types.add('null')
  return types
}

function typesOfValues(part: JsonObject): Set<TypeName> | undefined {
  const values = 'const' in part ? [part['const']] : Array.isArray(part['enum']) ? part['enum'] : undefined
  const types = values && new Set(values.map(typeOfValue))
  if (types?.has('number')) types.add('integer')
  return types
}

export function typeOfValue(value: Json | undefined): TypeName {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' ? 'string' : 'object'
}

const typeNames: readonly string[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']
const isTypeName = (name: string): name is TypeName => typeNames.includes(name)
