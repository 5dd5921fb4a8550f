import type { Json } from '@jobs-api/contract'
import type { EditionContract } from '../contract/edition-contract.ts'
import { kitVersion, type Report } from '../report/report.ts'
import type { Exchange } from '../target/exchange.ts'
import { anything, partsIn } from './parts.ts'
import { noBody, type Place, placesOf } from './places.ts'
import { reasonFor } from './reasons.ts'

/** What a run may meet of a contract: answers, members that are not null, and values of which the contract lists the known ones. */
export const facets = ['answers', 'members', 'values'] as const
export type Facet = (typeof facets)[number]

export interface Part {
  /** `getJob 404 application/json` (with `-` where there is no body), `Job.coverage`, or `JobStatus=running`. */
  readonly name: string
  /** In how many exchanges. */
  readonly seen: number
  /** Why it need not be seen; only where it was not. */
  readonly reason?: string
}

/** How much of an edition's contract a run has met: what `--coverage FILE.json` writes. */
export type CoverageReport = Readonly<Record<Facet, readonly Part[]>> & {
  readonly kit: { readonly version: string }
  readonly target: Report['target']
}

/** Counts what is met of the contract of an edition. */
export class Coverage {
  readonly #document: EditionContract['document']
  readonly #places: ReadonlyMap<string, Place>
  readonly #seen: Readonly<Record<Facet, Map<string, number>>> = { answers: new Map(), members: new Map(), values: new Map() }

  constructor({ document }: Pick<EditionContract, 'document'>) {
    this.#document = document
    this.#places = placesOf(document)
    for (const [id, { answers, query, body }] of this.#places) {
      for (const { status, type } of answers) this.#add('answers', `${id} ${status} ${type}`, 0)
      for (const schema of [...answers.map((answer) => answer.schema), body])
        for (const part of partsIn(document, schema, anything)) this.#add(facetOf(part), part, 0)
      for (const [name, schema] of query)
        for (const part of partsIn(document, schema, anything, `?${name}`)) this.#add(facetOf(part), part, 0)
    }
  }

  hear(exchange: Exchange): void {
    const place = this.#places.get(exchange.operation)
    if (place === undefined || exchange.wasRedirected) return
    const parts = new Set(this.#sent(place, exchange))
    const given = exchange.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() ?? noBody
    const answers = place.answers.filter(({ status }) => status === exchange.status)
    // The type of a single file is guessed by the server.
    const answer = answers.find(({ type }) => type === given || type === noBody || type === 'application/octet-stream')
    if (answer !== undefined) {
      this.#add('answers', `${exchange.operation} ${answer.status} ${answer.type}`, 1)
      if (answer.type === 'application/json')
        for (const part of partsIn(this.#document, answer.schema, parsed(exchange.text))) parts.add(part)
    }
    for (const part of parts) this.#add(facetOf(part), part, 1)
  }

  report(target: Report['target']): CoverageReport {
    const [answers, members, values] = [this.#parts('answers'), this.#parts('members'), this.#parts('values')]
    return { kit: { version: kitVersion }, target, answers, members, values }
  }

  *#sent({ query, body }: Place, { url, body: text }: Exchange): Generator<string> {
    for (const [name, value] of new URL(url).searchParams) {
      const known = query.get(name)
      if (known === undefined) continue
      for (const form of [value, [value]]) yield* partsIn(this.#document, known, form, `?${name}`)
    }
    if (text !== null) yield* partsIn(this.#document, body, parsed(text))
  }

  #add(facet: Facet, name: string, times: number): void {
    // What the contract does not know is none of its parts.
    if (times === 0 || this.#seen[facet].has(name)) this.#seen[facet].set(name, (this.#seen[facet].get(name) ?? 0) + times)
  }

  #parts(facet: Facet): Part[] {
    return [...this.#seen[facet]].map(([name, seen]) => {
      const reason = seen > 0 ? undefined : reasonFor(name)
      return { name, seen, ...(reason === undefined ? {} : { reason }) }
    })
  }
}

const facetOf = (part: string): Facet => (part.includes('=') ? 'values' : 'members')

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
