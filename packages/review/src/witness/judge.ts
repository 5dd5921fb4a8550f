import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isObject, isText, type Json, type JsonObject } from '../source/json.ts'
import type { Source } from '../source/source.ts'

/** What is wrong with a value: the part of it that is wrong, and why. */
export interface Fault {
  readonly value: Json
  /** `/0/user/web_url must match format "uri"` */
  readonly complaint: string
}

/** Says what is wrong with a value; undefined if nothing is. */
export type Judge = (value: Json) => Fault | undefined

const int32 = { type: 'number', validate: (value: number) => Math.abs(value) < 2 ** 31 } as const
const ajv = new Ajv2020({ strict: false, formats: { int32, int64: true, float: true, double: true, binary: true } })
addFormats.default(ajv)

/** A judge of the values of a schema, wherever it stands and whatever it refers to. */
export function judgeOf(source: Source, schema: Json): Judge {
  const validate: ValidateFunction = ajv.compile(portable(source, schema))
  return (value) => (validate(value) ? undefined : faultOf(value, validate.errors?.[0]))
}

function faultOf(value: Json, error: ErrorObject | undefined): Fault {
  const path = error?.instancePath ?? ''
  const part = path
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((node, step) => memberOf(node, step), value)
  return { value: part ?? value, complaint: `${path === '' ? 'the value' : path} ${error?.message ?? 'is wrong'}` }
}

function memberOf(node: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(node)) return node[Number(step)]
  return isObject(node) ? node[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
}

/** The same schema in one piece: what it refers to comes along under `$defs`. */
function portable(source: Source, schema: Json): JsonObject {
  const names = new Map<Json, string>()
  const $defs: JsonObject = {}
  const convert = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(convert)
    if (!isObject(node)) return node
    const members = Object.entries(node).filter(([name]) => name !== '$ref' && name !== 'discriminator')
    const copy: JsonObject = Object.fromEntries(members.map(([name, value]) => [name, values.has(name) ? value : convert(value)]))
    if (isText(node['$ref'])) copy['$ref'] = `#/$defs/${define(source.follow(node, node['$ref']))}`
    return nullable(copy)
  }
  const define = (target: Json): string => {
    const known = names.get(target)
    if (known !== undefined) return known
    const name = `d${names.size}`
    names.set(target, name)
    $defs[name] = convert(target)
    return name
  }
  const converted = convert(schema)
  return { ...(isObject(converted) ? converted : {}), $defs, ...(converted === false ? { not: {} } : {}) }
}

/** Members that hold values, not schemas. */
const values = new Set(['enum', 'const', 'default', 'example', 'examples'])

/** OpenAPI 3.0 says `nullable` where JSON Schema has the type null. */
function nullable(schema: JsonObject): JsonObject {
  const { nullable: isNullable, ...others } = schema
  return isNullable === true && isText(schema['type']) ? { ...others, type: [schema['type'], 'null'] } : others
}
