import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { notice } from './types.ts'

/** Where a fact was found. */
export interface Place {
  readonly edition?: string
  readonly heading?: string
  readonly repository?: string
  readonly commit?: string
  readonly path?: string
  readonly note?: string
}

export interface Fact {
  readonly id: string
  readonly sentence: string
  readonly source: Place
  readonly also?: readonly Place[]
  readonly certainty: string
}

/** `facts.ts` of the kit: what is known of GitLab, how sure it is, and where it stands, so that a report can say so. */
export function factTable(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const facts: Fact[] = files.sort().flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')))
  return `${notice}
/** What is known of GitLab's Jobs API, by the ids of openapi/evidence/. */
export const facts = {
${facts.map((fact) => `  ${JSON.stringify(fact.id)}: ${JSON.stringify(entry(fact))},`).join('\n')}
} as const

export type FactId = keyof typeof facts
`
}

function entry({ sentence, certainty, source, also = [] }: Fact) {
  const editions = [source, ...also].flatMap(({ edition }) => (edition === undefined ? [] : [edition]))
  return { sentence, certainty, where: place(source), editions: [...new Set(editions)] }
}

function place({ edition, heading, repository, commit, path, note }: Place): string {
  if (edition !== undefined) return `the document of ${edition}, "${heading}"`
  if (repository !== undefined) return [repository, commit?.slice(0, 8), path].filter((part) => part !== undefined).join(' ')
  return note ?? ''
}
