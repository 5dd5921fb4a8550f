import type { Parameter } from './catalogue.ts'

/** One value, or the values of a list. */
export type Query = Readonly<Record<string, string | string[]>>

/** What Ruby's web stack takes for true and false, besides the words themselves. */
const spellings: readonly (readonly [spelling: RegExp, word: string])[] = [
  [/^(1|t|true|on|yes)$/i, 'true'],
  [/^(0|f|false|off|no)$/i, 'false'],
]

/**
 * A query as GitLab reads it: `scope[]`, `scope[0]`, `scope[any]` and `scope` are one parameter; of a repeated plain name the last
 * counts; blank values are as good as none, except for `scope`, where they are wrong; `1` and `yes` are true.
 */
export function parseQuery(text: string): Query {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [key, value] of new URLSearchParams(text)) {
    const [, list] = /^([^[\]]+)\[[^[\]]*\]$/.exec(key) ?? []
    const before = list === undefined ? undefined : query[list]
    if (list !== undefined) query[list] = [...(Array.isArray(before) ? before : []), value]
    else if (value !== '' || key === 'scope') query[key] = value
  }
  return query
}

/** The same with booleans by their words, and with numbers that JavaScript would read and Ruby would not (`0x10`) as no numbers. */
export function spelled(query: Query, parameters: readonly Parameter[]): Query {
  const types = new Map(parameters.map(({ name, type }) => [name, type]))
  const spell = (name: string, value: string) => {
    if (types.get(name) === 'integer') return spellInteger(value)
    return types.get(name) === 'boolean' ? (spellings.find(([spelling]) => spelling.test(value))?.[1] ?? value) : value
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value : spell(name, value)]))
}

/** Only digits are a number. */
export const spellInteger = (text: string): string => (/^\s*[+-]?\d+\s*$/.test(text) ? text : 'not a number')
