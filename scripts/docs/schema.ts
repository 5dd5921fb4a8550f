import type { Json, JsonObject } from '@jobs-api/contract'
import { code, table, text } from './html.ts'
import { listOf, objectOf, resolved, wordsOf } from './operation.ts'

/** How the page at hand turns Markdown and names into HTML. */
export interface Words {
  readonly markdown: (source: string) => string
  /** The same without a paragraph around it. */
  readonly inline: (source: string) => string
  /** The way to the page of a schema, undefined if it has none. */
  readonly schema: (name: string) => string | undefined
}

/** The type of a schema in a few words, with links to the schemas that have a page. */
export function typeOf(node: Json | undefined, words: Words): string {
  const schema = objectOf(node)
  const name = wordsOf(schema['$ref']).replace('#/components/schemas/', '')
  if (name !== '') {
    const way = words.schema(name)
    return way === undefined ? code(name) : `<a href="${way}">${code(name)}</a>`
  }
  const choices = [...listOf(schema['oneOf']), ...listOf(schema['anyOf']), ...listOf(schema['allOf'])]
  if (choices.length > 0) return choices.map((choice) => typeOf(choice, words)).join(' or ')
  if ('const' in schema) return code(JSON.stringify(schema['const']))
  const types = Array.isArray(schema['type']) ? schema['type'] : [schema['type'] ?? 'any']
  return types.map((type) => oneType(wordsOf(type), schema, words)).join(' or ')
}

function oneType(type: string, schema: JsonObject, words: Words): string {
  if (type === 'array') return `list of ${typeOf(schema['items'], words)}`
  const format = wordsOf(schema['format'])
  return type === 'string' && format !== '' ? `${type} (${text(format)})` : text(type)
}

/** The known values of a list, each with its meaning where the contract gives one. */
export function valuesOf(node: Json | undefined, words: Words): string {
  const schema = objectOf(node)
  const values = listOf(schema['enum'] ?? schema['x-extensible-enum'])
  if (values.length === 0) return ''
  const told = objectOf(schema['x-enum-values'])
  const rows = values.map((value) => {
    const own = objectOf(told[String(value)])
    return [code(String(value)), words.inline(wordsOf(own['description'])), text(wordsOf(own['x-since']))]
  })
  const open = 'x-extensible-enum' in schema ? '<p>This list is open: a client must survive values that it does not know.</p>' : ''
  return `${open}${table('Values', ['Value', 'Meaning', 'Since'], rows)}`
}

/** The members of an object, those inside it with a dotted name. */
export function membersTable(node: Json | undefined, words: Words): string {
  return table('Members', ['Member', 'Type', 'Meaning', 'Since'], membersOf(objectOf(node), words, ''))
}

function membersOf(schema: JsonObject, words: Words, prefix: string): string[][] {
  const required = new Set(listOf(schema['required']).map(String))
  return Object.entries(objectOf(schema['properties'])).flatMap(([name, member]) => {
    const own = objectOf(member)
    const meant = '$ref' in own ? { ...resolved(own), ...own } : own
    const optional = required.has(name) ? '' : ' <span class="quiet">may be absent</span>'
    const inside = '$ref' in own ? [] : membersOf(objectOf(own['items'] ?? own), words, `${prefix}${name}.`)
    const listed = listOf(own['enum'] ?? own['x-extensible-enum']).map((value) => code(String(value)))
    const values = listed.length === 0 ? '' : `<br>${listed.join(' ')}`
    return [
      [
        `${code(`${prefix}${name}`)}${optional}`,
        typeOf(own, words),
        `${words.inline(wordsOf(meant['description']))}${values}`,
        text(wordsOf(own['x-since'])),
      ],
      ...inside,
    ]
  })
}
