import { isObject, type Json } from '@jobs-api/contract'
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

/** The same as Prism has to see it: lists as lists, booleans by their words, and what only JavaScript takes for a number (`0x10`) as none. */
export function spelled(query: Query, parameters: readonly Parameter[]): Query {
  const types = new Map(parameters.map(({ name, type }) => [name, type]))
  const spell = (name: string, value: string): string | string[] => {
    if (types.has(`${name}[]`)) return [value]
    if (types.get(name) === 'integer') return spellInteger(value)
    return types.get(name) === 'boolean' ? spellBoolean(value) : value
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value : spell(name, value)]))
}

const spellBoolean = (text: string) => spellings.find(([spelling]) => spelling.test(text))?.[1] ?? text

/** A body whose booleans may have come as text; what is no boolean stays as it came. */
export function withBooleans(value: Json, names: readonly string[]): Json {
  if (!isObject(value)) return value
  const spelled = (name: string, member: Json) => {
    const word = names.includes(name) && typeof member === 'string' ? spellBoolean(member) : undefined
    return word === 'true' || word === 'false' ? word === 'true' : member
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, spelled(name, member)]))
}

/** Only digits are a number. */
export const spellInteger = (text: string): string => (/^\s*[+-]?\d+\s*$/.test(text) ? text : 'not a number')
