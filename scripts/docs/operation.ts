import {
  document,
  type Edition,
  type Example,
  editionDocument,
  editionNames,
  examplesOf,
  isObject,
  type Json,
  type JsonObject,
  type OperationId,
  operations,
  resolve,
} from '@jobs-api/contract'
import { historySteps, type Step } from '../review/history-page.ts'

export const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
export const listOf = (node: Json | undefined): Json[] => (Array.isArray(node) ? node : [])
export const wordsOf = (node: Json | undefined): string => (typeof node === 'string' ? node : '')
export const resolved = (node: Json | undefined): JsonObject => (node === undefined ? {} : resolve(document, node))

export const operationIds = Object.keys(operations) as OperationId[]

/** An operation as its page speaks of it. */
export interface DocumentedOperation {
  readonly id: OperationId
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly node: JsonObject
  readonly prose: Prose
  readonly examples: readonly Example<OperationId>[]
  /** The editions that have it. */
  readonly editions: readonly Edition[]
}

/** The description, taken apart by what its paragraphs begin with. */
export interface Prose {
  readonly lead: string
  readonly whoMay: string
  readonly states: string
  readonly whatCanGoWrong: string
}

export async function documentedOperations(): Promise<DocumentedOperation[]> {
  const documents = await Promise.all(editionNames.map(async (name) => [name, await editionDocument(name)] as const))
  const examples = Map.groupBy(examplesOf(document).filter(isOurs), ({ operationId }) => operationId)
  return operationIds.map((id) => {
    const { method, path, tag, summary } = operations[id]
    const node = objectOf(document.paths[path]?.[method])
    const editions = documents.filter(([, { paths }]) => paths[path]?.[method] !== undefined).map(([name]) => name)
    const prose = proseOf(wordsOf(node['description']))
    return { id, method: method.toUpperCase(), path, tag, summary, node, prose, examples: examples.get(id) ?? [], editions }
  })
}

const isOurs = (example: Example): example is Example<OperationId> => example.operationId in operations

function proseOf(description: string): Prose {
  const paragraphs = description.split(/\n\s*\n/)
  const about = (label: string) => paragraphs.filter((each) => each.startsWith(label)).map((each) => each.slice(label.length).trim())
  const labels = ['**Who may:**', '**In which states:**', '**What can go wrong:**'] as const
  const [whoMay, states, wrong] = labels.map((label) => about(label).map(capitalized).join('\n\n'))
  const lead = paragraphs.filter((each) => !labels.some((label) => each.startsWith(label))).join('\n\n')
  return { lead, whoMay: whoMay ?? '', states: states ?? '', whatCanGoWrong: wrong ?? '' }
}

const capitalized = (words: string) => words.replace(/^[a-z]/, (letter) => letter.toUpperCase())

/** What became of each operation from edition to edition; by its address, as reviews name it. */
export async function changesOfOperations(): Promise<(address: string) => readonly Step[]> {
  const steps = await historySteps()
  return (address) =>
    steps.map(({ from, to, review }) => {
      const findings = review.findings.filter(
        ({ sites, level }) => level !== 'editorial' && sites.some(({ operation }) => operation === address),
      )
      return { from, to, review: { ...review, findings } }
    })
}
