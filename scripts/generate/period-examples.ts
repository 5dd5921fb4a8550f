import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'

/** A place in a body: every schema that may describe it, as the contract has it and as the edition does. */
interface Place {
  readonly today: readonly ObjectNode[]
  readonly past: readonly ObjectNode[]
}

/**
 * The examples of an edition as that release could have answered. They are recorded today, so members that came later
 * are taken out of them, and an example with a word that nobody knew then (a status, a reason) is left out altogether.
 */
export function withPeriodExamples(edition: Document, source: Document): Document {
  const result = structuredClone(edition)
  const today = new Map([...operationsOf(source)].map(({ id, operation }) => [id, objectOf(operation['responses'])]))
  const answers = (responses: Node | undefined) =>
    Object.entries(objectOf(responses)).filter(([, response]) => objectOf(response)['$ref'] === undefined)
  const adapt = (past: Node, now: Node | undefined) => fitAnswer(edition, objectOf(past), source, resolve(source, now ?? {}))
  for (const [name, response] of answers(result.components['responses'])) adapt(response, source.components['responses']?.[name])
  for (const { id, operation } of operationsOf(result))
    for (const [status, response] of answers(operation['responses'])) adapt(response, today.get(id)?.[status])
  return result
}

/** Changes the examples of one answer of the edition, in place. */
function fitAnswer(edition: Document, past: ObjectNode, source: Document, now: ObjectNode): void {
  for (const [mediaType, media] of Object.entries(objectOf(past['content']))) {
    if (!isObject(media) || !isObject(media['examples'])) continue
    const schema = objectOf(objectOf(now['content'])[mediaType])['schema']
    const place = { today: alternatives(source, schema), past: alternatives(edition, media['schema']) }
    const examples = Object.entries(media['examples']).flatMap(([name, example]) => {
      const value = fitted(objectOf(example)['value'] ?? null, place, source, edition)
      return value === undefined ? [] : [[name, { ...objectOf(example), value }]]
    })
    media['examples'] = Object.fromEntries(examples)
  }
}

/** The value without members that came later; undefined if it holds a word that came later. */
function fitted(value: Node, place: Place, source: Document, edition: Document): Node | undefined {
  const inside = (inner: Node, choose: (schema: ObjectNode) => Node | undefined): Node | undefined => {
    const today = place.today.flatMap((schema) => alternatives(source, choose(schema)))
    const past = place.past.flatMap((schema) => alternatives(edition, choose(schema)))
    return today.length > 0 && past.length === 0 ? gone : fitted(inner, { today, past }, source, edition)
  }
  if (Array.isArray(value)) {
    const rows = value.map((row) => inside(row, ({ items }) => items))
    return rows.every((row) => row !== undefined) ? rows : undefined
  }
  if (isObject(value)) {
    // An object that nobody described then may hold anything.
    if (place.past.every(({ properties }) => properties === undefined)) return value
    const members = Object.entries(value).map(
      ([name, member]) => [name, inside(member, ({ properties }) => objectOf(properties)[name])] as const,
    )
    if (members.some(([, member]) => member === undefined)) return undefined
    return Object.fromEntries(members.flatMap(([name, member]) => (member === gone || member === undefined ? [] : [[name, member]])))
  }
  return wordsOf(place.today).includes(value) && !wordsOf(place.past).includes(value) ? undefined : value
}

/** Stands for a member that the edition does not have. */
const gone: ObjectNode = {}

const wordsOf = (schemas: readonly ObjectNode[]) => schemas.flatMap((schema) => listOf(schema['x-extensible-enum'] ?? schema['enum']))

/** A schema and those it is one of, references followed. */
function alternatives(document: Document, schema: Node | undefined): ObjectNode[] {
  if (!isObject(schema)) return []
  const found = resolve(document, schema)
  return [found, ...listOf(found['oneOf']).flatMap((alternative) => alternatives(document, alternative))]
}

const listOf = (node: Node | undefined): Node[] => (Array.isArray(node) ? node : [])
const objectOf = (node: Node | undefined): ObjectNode => (isObject(node) ? node : {})
