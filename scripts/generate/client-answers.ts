import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'
import { notice } from './types.ts'

/**
 * `answers.ts` of the client: the schema of each success that is JSON, and whatever these refer to. Only what a validator
 * looks at is kept, so that a strict one takes it and a browser has little to load.
 */
export function clientAnswers(document: Document): string {
  const operations: ObjectNode = {}
  for (const { id, operation } of operationsOf(document)) {
    const schema = schemaOf(document, operation)
    if (schema !== undefined) operations[id] = bare(schema)
  }
  return `${notice}
/** What must be in an answer, by operation, as JSON Schema 2020-12. What they share stands in \`definitions\`, for \`$defs\`. */
export const operations: Readonly<Record<string, object>> = ${JSON.stringify(operations, null, 2)}

export const definitions: Readonly<Record<string, object>> = ${JSON.stringify(definitionsFor(document, operations), null, 2)}
`
}

function schemaOf(document: Document, operation: ObjectNode): Node | undefined {
  const responses = resolve(document, operation['responses'])
  const status = Object.keys(responses).find((status) => status.startsWith('2'))
  const { content } = status === undefined ? {} : resolve(document, responses[status])
  const media = isObject(content) ? content['application/json'] : undefined
  return media === undefined ? undefined : resolve(document, media)['schema']
}

const prose = /^(title|description|examples?|deprecated|externalDocs|x-.*)$/

/** Without prose and extensions. In `properties` those may be names of members, and stay. */
function bare(node: Node, isNamed = false): Node {
  if (Array.isArray(node)) return node.map((each) => bare(each))
  if (!isObject(node)) return node
  const kept = Object.entries(node).filter(([name]) => isNamed || !prose.test(name))
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (name === '$ref' && !isNamed) return [name, `#/$defs/${nameIn(value)}`]
      return [name, bare(value, name === 'properties' && !isNamed)]
    }),
  )
}

const nameIn = (reference: Node | undefined) => String(reference).replace(/^#\/components\/schemas\//, '')

/** All that is referred to from there, in the order in which it is met. */
function definitionsFor(document: Document, operations: ObjectNode): ObjectNode {
  const found: ObjectNode = {}
  const open: Node[] = [operations]
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g))
      if (found[name] === undefined) {
        found[name] = bare(document.components['schemas']?.[name] ?? null)
        open.push(found[name])
      }
  return found
}
