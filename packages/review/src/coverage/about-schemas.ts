import { type JsonObject, membersOf } from '../source/json.ts'
import { isConstrained } from './about-inputs.ts'
import { hasExample, type Inventory, isWritten, typesOf } from './inventory.ts'
import { type Measure, share } from './measure.ts'

const composed = ['oneOf', 'anyOf', 'allOf', 'properties']

/** Members that are made of others are shown by those. */
const isPlain = (source: Inventory['source'], node: JsonObject): boolean => {
  if (typesOf(node).join() === 'null' || composed.some((name) => name in node)) return false
  return !('items' in node) || isPlain(source, source.object(node['items']))
}

const isObjectSchema = ({ properties }: JsonObject) => membersOf(properties).length > 0
const isString = (schema: JsonObject) => typesOf(schema).includes('string')

/** What bodies are made of. Every schema that an operation leads to counts once, however many refer to it. */
export const aboutSchemas: readonly Measure[] = [
  {
    id: 'property-description',
    what: 'members with a description',
    definition: 'Every member of every object that an operation sends or takes, by itself or through the schema that it refers to.',
    target: 1,
    unit: 'share',
    of: ({ properties }) => share(properties, ({ node }) => isWritten(node['description'])),
  },
  {
    id: 'property-example',
    what: 'members with an example',
    definition: 'The same, but those that are made of other members or of alternatives.',
    target: 1,
    unit: 'share',
    of: ({ properties, source }) =>
      share(
        properties.filter(({ node }) => isPlain(source, node)),
        ({ node }) => hasExample(node),
      ),
  },
  {
    id: 'required',
    what: 'objects with `required`',
    definition: 'Of the objects with named members in answers: they say which of them are always there, even if none is.',
    target: 1,
    unit: 'share',
    of: ({ answerSchemas }) => share(answerSchemas.filter(isObjectSchema), ({ required }) => Array.isArray(required)),
  },
  {
    id: 'additional-properties',
    what: 'objects with `additionalProperties`',
    definition: 'Of all objects with named members: they say whether there may be others (`unevaluatedProperties` counts).',
    target: 1,
    unit: 'share',
    of: ({ schemas }) =>
      share(schemas.filter(isObjectSchema), (schema) => 'additionalProperties' in schema || 'unevaluatedProperties' in schema),
  },
  {
    id: 'string-limit',
    what: 'texts with a limit',
    definition: 'Every schema of a text: a list of values (open or closed), a format, a pattern or a length.',
    target: 0.95,
    unit: 'share',
    of: ({ schemas, source }) => share(schemas.filter(isString), (schema) => isConstrained(source, schema)),
  },
]
