import type { ErrorObject } from 'ajv'
import { didYouMean } from './near-name.ts'
import type { Path, Problem, WorldFile } from './world-file.ts'

/** What the schema says against a file, in words and with its place. */
export function complaints(file: WorldFile, errors: readonly ErrorObject[]): Problem[] {
  // The branches of an alternative are told together, by the alternative itself; a condition is told by what it demands.
  const telling = errors.filter(({ schemaPath, keyword }) => !/\/oneOf\/\d/.test(schemaPath) && keyword !== 'if')
  return telling.map((error) => complaint(file, error))
}

function complaint(file: WorldFile, error: ErrorObject): Problem {
  const path = pathOf(file.value, error.instancePath)
  const { additionalProperty } = error.params as { additionalProperty?: string }
  if (error.keyword !== 'additionalProperties' || additionalProperty === undefined) return file.problem(path, words(error))
  const known = Object.keys(schemaOf(error).properties ?? {})
  const meant = didYouMean(additionalProperty, known) || `; there are ${known.join(', ')}`
  return file.problem([...path, additionalProperty], `there is no such member${meant}`, 'name')
}

function words({ keyword, params, data, message, ...error }: ErrorObject): string {
  const { examples, oneOf } = schemaOf(error)
  switch (keyword) {
    case 'required':
      return `"${params['missingProperty']}" is missing`
    case 'type':
      return `must be ${list([params['type']].flat().map((type) => kinds[type as string] ?? type))}, not ${shown(data)}`
    case 'enum': {
      const allowed = params['allowedValues'] as readonly string[]
      return `must be one of ${allowed.join(', ')}, not ${shown(data)}${didYouMean(data, allowed)}`
    }
    case 'pattern':
      return `must be ${examples === undefined ? `like ${params['pattern']}` : `such as ${list(examples)}`}, not ${shown(data)}`
    case 'oneOf':
      return `must have exactly one of ${(oneOf ?? []).flatMap(({ required = [] }) => required).join(', ')}`
    case 'minimum':
      return `must be at least ${params['limit']}, not ${shown(data)}`
    default:
      return `${message ?? 'is wrong'}, not ${shown(data)}`
  }
}

interface Schema {
  readonly properties?: object
  readonly examples?: readonly string[]
  readonly oneOf?: readonly { readonly required?: readonly string[] }[]
}

const schemaOf = ({ parentSchema }: Pick<ErrorObject, 'parentSchema'>) => (parentSchema ?? {}) as Schema

const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false' },
  ...{ array: 'a list', object: 'a set of members' },
}

const list = (names: readonly string[]) => names.join(' or ')

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a set of members' : JSON.stringify(value)
}

/** `/projects/0/path` as its parts; those within a list are numbers. */
function pathOf(value: unknown, instancePath: string): Path {
  const parts = instancePath.split('/').slice(1)
  let node = value
  return parts.map((part) => {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const key = Array.isArray(node) ? Number(name) : name
    node = (node as Record<string | number, unknown> | undefined)?.[key]
    return key
  })
}
