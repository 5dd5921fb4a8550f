import { readdirSync } from 'node:fs'
import { parse } from 'yaml'
import type { Fact as Known, Place } from '../generate/facts.ts'
import { text } from './html.ts'
import { read } from './repository.ts'

export interface Fact extends Known {
  /** The file in which it stands, by its topic. */
  readonly topic: string
}

const folder = 'openapi/evidence'

/** Every fact that the contract rests on, by its id. */
export function readFacts(): ReadonlyMap<string, Fact> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const facts = files.sort().flatMap((name) => {
    const entries: Known[] = parse(read(`${folder}/${name}`))
    return entries.map((fact) => ({ ...fact, topic: name.replace('.yaml', '') }))
  })
  return new Map(facts.map((fact) => [fact.id, fact]))
}

/** Where a fact was found, as HTML. */
export function placeOf({ edition, heading, repository, commit, path = '', note }: Place): string {
  if (edition !== undefined) return `the document of ${text(edition)}, “${text(heading ?? '')}”`
  if (repository === undefined) return text(note ?? '')
  const at = commit === undefined ? '' : ` at <code>${text(commit.slice(0, 8))}</code>`
  return `${text(repository)}${at}${path === '' ? '' : `, <code>${text(path)}</code>`}`
}
