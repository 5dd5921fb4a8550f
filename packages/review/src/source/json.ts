export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [name: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: Json | undefined): value is string => typeof value === 'string'

/** The members of an object, of anything else none. */
export const membersOf = (value: Json | undefined): [string, Json][] => (isObject(value) ? Object.entries(value) : [])

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

export const textsOf = (value: Json | undefined): string[] => listOf(value).filter(isText)

/** The same text for the same value, whatever the order of its members. */
export function canonical(value: Json | undefined): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`
}

export const isSame = (one: Json | undefined, other: Json | undefined): boolean => canonical(one) === canonical(other)
