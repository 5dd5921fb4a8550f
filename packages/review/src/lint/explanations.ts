import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { isObject, isText, type JsonObject, membersOf } from '../source/json.ts'

/** What a rule is for, and what it looks like to break and to keep it. */
export interface Explanation {
  readonly why: string
  readonly fix: string
  /** Parts of documents, as YAML. */
  readonly bad: string
  readonly good: string
}

export type Explanations = ReadonlyMap<string, Explanation>

/** Redocly's own rules, explained by us. */
const known = new URL('../../lint-rules.yaml', import.meta.url)

/**
 * What is known of rules: redocly's, and those that a repository explains in `rules/explanations.yaml` beside its configuration.
 * Where an entry there shows nothing, the fixtures of its rule do: `rules/fixtures/<rule>/bad.yaml` and `good.yaml`.
 */
export async function explanationsFor(config: string | undefined): Promise<Explanations> {
  const entries = entriesIn(await readFile(known, 'utf8'))
  if (config === undefined) return explanations(entries)
  const rules = join(dirname(config), 'rules')
  const own = entriesIn(await readFile(join(rules, 'explanations.yaml'), 'utf8').catch(() => ''))
  return explanations([...entries, ...(await Promise.all(own.map((entry) => withFixtures(entry, join(rules, 'fixtures')))))])
}

type Entry = readonly [rule: string, parts: JsonObject]

function entriesIn(text: string): Entry[] {
  return membersOf(parse(text)).map(([rule, entry]) => [rule, isObject(entry) ? entry : {}])
}

async function withFixtures([rule, parts]: Entry, folder: string): Promise<Entry> {
  const [bad, good] = await Promise.all(
    ['bad', 'good'].map((kind) => readFile(join(folder, rule.replace(/^.*\//, ''), `${kind}.yaml`), 'utf8').catch(() => '')),
  )
  return [rule, { bad: bad ?? '', good: good ?? '', ...parts }]
}

function explanations(entries: readonly Entry[]): Explanations {
  return new Map(
    entries.map(([rule, parts]) => {
      const part = (name: string) => {
        const value = parts[name]
        if (isText(value) && value.trim() !== '') return value.trimEnd()
        throw new Error(`the explanation of ${rule} lacks ${name}`)
      }
      return [rule, { why: part('why'), fix: part('fix'), bad: part('bad'), good: part('good') }]
    }),
  )
}
