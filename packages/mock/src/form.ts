import type { Json } from '@jobs-api/contract'
import { parse } from 'qs'

/** More brackets and pairs than any honest form has. */
const limits = { depth: 16, parameterLimit: 1000, arrayLimit: 1000 }

/** A form with nested members, as Rails reads it: `job_inputs[region]=eu-south`, `job_variables_attributes[][key]=A`. */
export function parseForm(text: string): Json {
  const indexed = new URLSearchParams()
  const lists = new Map<string, { at: number; names: Set<string> }>()
  for (const [key, value] of new URLSearchParams(text)) indexed.append(withIndex(key, lists), value)
  return JSON.parse(JSON.stringify(parse(indexed.toString(), limits)))
}

/** In `a[][key]=A&a[][value]=1&a[][key]=B` a new element begins where a name comes again. */
function withIndex(key: string, lists: Map<string, { at: number; names: Set<string> }>): string {
  const [, list, name] = /^([^[]+)\[\](\[.+)$/.exec(key) ?? []
  if (list === undefined || name === undefined) return key
  const known = lists.get(list) ?? { at: 0, names: new Set() }
  lists.set(list, known.names.has(name) ? { at: known.at + 1, names: new Set([name]) } : { at: known.at, names: known.names.add(name) })
  return `${list}[${lists.get(list)?.at}]${name}`
}
