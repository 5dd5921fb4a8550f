import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, resolve } from './document.ts'

const limits = [
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'x-extensible-enum',
]

export function isConstrained(schema: ObjectNode): boolean {
  return ['boolean', 'integer'].includes(String(schema['type'])) || limits.some((name) => schema[name] !== undefined)
}

export function hasShapes(document: Document, schema: Node | undefined): boolean {
  const { type, oneOf, properties, required } = resolve(document, schema ?? {})
  return type === 'array' || oneOf !== undefined || Object.keys(objectOf(properties)).some((name) => !listOf(required).includes(name))
}

export function yieldsId(document: Document, schema: Node | undefined): boolean {
  const { items, properties, oneOf } = resolve(document, schema ?? {})
  if (items !== undefined) return yieldsId(document, items)
  return 'id' in objectOf(properties) || listOf(oneOf).some((alternative) => yieldsId(document, alternative))
}

/** Its parts have examples of their own. */
export function isComposed(schema: ObjectNode): boolean {
  const { properties, oneOf, items, type } = schema
  if (properties !== undefined || schema['$ref'] !== undefined || type === 'null') return true
  return listOf(oneOf).length > 0
    ? listOf(oneOf).every((one) => isComposed(objectOf(one)))
    : items !== undefined && isComposed(objectOf(items))
}

export const typesOf = ({ type }: ObjectNode): Node[] => (Array.isArray(type) ? type : [type ?? null])
export const hasExample = ({ example, examples }: ObjectNode) => example !== undefined || count(examples) > 0
export const count = (node: Node | undefined) => Object.keys(objectOf(node)).length
export const isText = (node: Node | undefined): node is string => typeof node === 'string' && node.trim() !== ''
export const listOf = (node: Node | undefined): Node[] => (Array.isArray(node) ? node : [])
export const objectOf = (node: Node | undefined): ObjectNode => (isObject(node) ? node : {})
