import type { Json, JsonObject } from '../source/json.ts'
import type { Source } from '../source/source.ts'
import { hasExample, isWritten, typesOf } from './inventory.ts'
import { type Measure, share } from './measure.ts'

const limits = [
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'x-extensible-enum',
]

/** Whether a schema bounds its value: every boolean is bounded, and whatever refers to bounded alternatives. */
export function isConstrained(source: Source, node: Json | undefined): boolean {
  const schema = source.object(node)
  if (typesOf(schema).includes('boolean') || limits.some((name) => name in schema)) return true
  if ('items' in schema) return isConstrained(source, schema['items'])
  const choices = ['oneOf', 'anyOf', 'allOf'].flatMap((name) => (Array.isArray(schema[name]) ? schema[name] : []))
  return choices.length > 0 && choices.every((one) => isConstrained(source, one))
}

const shows = (source: Source, node: JsonObject) => hasExample(node) || hasExample(source.object(node['schema']))

/** What callers send. */
export const aboutInputs: readonly Measure[] = [
  {
    id: 'request-example',
    what: 'request bodies with an example',
    definition: 'Every media type of every request body has at least one; one inside the schema does not count.',
    target: 1,
    unit: 'share',
    of: ({ requestMedia }) => share(requestMedia, ({ node }) => hasExample(node)),
  },
  {
    id: 'parameter-description',
    what: 'parameters with a description',
    definition: 'Every parameter of every operation, those of its path included, says what it is for.',
    target: 1,
    unit: 'share',
    of: ({ parameters }) => share(parameters, ({ node }) => isWritten(node['description'])),
  },
  {
    id: 'parameter-example',
    what: 'parameters with an example',
    definition: 'The same; an example in its schema counts.',
    target: 1,
    unit: 'share',
    of: ({ parameters, source }) => share(parameters, ({ node }) => shows(source, node)),
  },
  {
    id: 'parameter-limit',
    what: 'parameters with a limit',
    definition: 'The same: a boolean, or a list of values, a format, a pattern, a length or a range; of a list, its elements.',
    target: 1,
    unit: 'share',
    of: ({ parameters, source }) => share(parameters, ({ node }) => isConstrained(source, node['schema'])),
  },
]
