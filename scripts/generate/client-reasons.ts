import type { Document, Node, ObjectNode } from './document.ts'
import { isObject, operationsOf, resolve } from './document.ts'
import { notice } from './types.ts'

interface Refusal {
  readonly id: string
  readonly sentence: string
  readonly reason: string
}

/**
 * `reasons.ts` of the client: from GitLab's sentence to the contract's `x-reason`. GitLab says the same for several reasons;
 * then the most frequent of them stands for all, but for an operation that has only one other. Sentences are kept up to their
 * 28th character, which is enough to tell them apart.
 */
export function clientReasons(document: Document): string {
  const all = [...refusalsOf(document)]
  const refusals = all
    .filter(({ sentence }) => !isVariable(sentence))
    .map((refusal) => ({ ...refusal, sentence: refusal.sentence.slice(0, 28) }))
  const general = Object.fromEntries(
    [...groups(refusals, ({ sentence }) => sentence)].map(([sentence, all]) => [sentence, mostFrequent(all)]),
  )
  const special = [...groups(refusals, ({ id, sentence }) => `${id} ${sentence}`)].flatMap(([key, all]) => {
    const reasons = new Set(all.map(({ reason }) => reason))
    const [only = '', another] = reasons
    return another === undefined && only !== general[all[0]?.sentence ?? ''] ? [[key, only]] : []
  })
  const codes = [...new Set(all.map(({ reason }) => reason))].sort()
  return `${notice}
/** Why something was refused, in the contract's words. The list is open: a newer server may know more. */
export type Reason =
${codes.map((code) => `  | '${code}'`).join('\n')}
  | (string & {})

/** How GitLab's sentence begins (28 characters), with an operation before it or without, and what is meant by it. */
export const reasons: Readonly<Record<string, Reason>> = ${JSON.stringify({ ...general, ...Object.fromEntries(special) }, null, 2)}
`
}

function* refusalsOf(document: Document): Generator<Refusal> {
  for (const { id, operation } of operationsOf(document))
    for (const [status, response] of Object.entries(resolve(document, operation['responses'])))
      if (Number(status) >= 400)
        for (const example of examplesOf(document, resolve(document, response))) {
          const sentence = sentenceOf(example['value'])
          if (sentence !== undefined && typeof example['x-reason'] === 'string') yield { id, sentence, reason: example['x-reason'] }
        }
}

function examplesOf(document: Document, response: ObjectNode): ObjectNode[] {
  const { content } = response
  if (!isObject(content)) return []
  return Object.values(content).flatMap((media) => {
    const { examples } = resolve(document, media)
    return isObject(examples) ? Object.values(examples).map((example) => resolve(document, example)) : []
  })
}

function sentenceOf(body: Node | undefined): string | undefined {
  if (!isObject(body)) return undefined
  const said = body['error_description'] ?? body['message'] ?? body['error']
  return typeof said === 'string' ? said : sentenceOf(said)
}

/** Sentences with a name inside are told apart by their form; see `refusal-reason.ts` of the client. */
const isVariable = (sentence: string) => /is missing$|is invalid$|valid value$|not supported|[Ii]nput|not allowed from/.test(sentence)

function groups<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each[]> {
  return Map.groupBy(all, keyOf)
}

function mostFrequent(refusals: readonly Refusal[]): string {
  const counted = [...groups(refusals, ({ reason }) => reason)].sort(([, a], [, b]) => b.length - a.length)
  return counted[0]?.[0] ?? ''
}
