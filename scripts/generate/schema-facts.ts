import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'
import { schemasUnder } from './inventory.ts'
import { notice } from './types.ts'

/** `schema-facts.ts` of the kit: which facts the bodies of each operation's successes rest on, in any edition. */
export function schemaFacts(documents: readonly Document[]): string {
  const facts = new Map<string, Set<string>>()
  for (const document of documents)
    for (const { id, operation } of operationsOf(document)) {
      const known = facts.get(id) ?? new Set()
      for (const fact of factsIn(document, operation)) known.add(fact)
      facts.set(id, known)
    }
  const rows = [...facts].map(([id, its]) => `  ${id}: ${JSON.stringify([...its].sort())},`)
  return `${notice}
import type { OperationId } from '@jobs-api/contract'
import type { FactId } from './facts.ts'

/** The facts that the contract cites for what stands in the successful answers of an operation. */
export const schemaFacts: Readonly<Record<OperationId, readonly FactId[]>> = {
${rows.join('\n')}
}
`
}

function factsIn(document: Document, operation: ObjectNode): string[] {
  const answers = Object.entries(resolve(document, operation['responses'])).filter(([status]) => status.startsWith('2'))
  const roots = answers.flatMap(([, answer]) => contentsOf(resolve(document, answer)))
  return schemasUnder(document, roots).flatMap((schema) => [...evidenceOf(schema), ...propertiesOf(schema).flatMap(evidenceOf)])
}

const contentsOf = ({ content }: ObjectNode): Node[] =>
  isObject(content)
    ? Object.values(content).flatMap((media) => (isObject(media) && media['schema'] !== undefined ? [media['schema']] : []))
    : []
const propertiesOf = ({ properties }: ObjectNode): Node[] => (isObject(properties) ? Object.values(properties) : [])

function evidenceOf(node: Node): string[] {
  const evidence = isObject(node) ? node['x-evidence'] : undefined
  return Array.isArray(evidence) ? evidence.map(String).filter((id) => id !== 'inferred') : []
}
