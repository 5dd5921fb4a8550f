import { operations } from '@jobs-api/contract'

/** The parameters that may carry a token; whatever is shown or kept of an address leaves them out. */
export const credentialNames: readonly string[] = ['private_token', 'access_token', 'job_token']

/** What Ruby's web stack takes for true and false. Fact `requests-booleans`. */
const spellings: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  t: 'true',
  T: 'true',
  '1': 'true',
  on: 'true',
  yes: 'true',
  False: 'false',
  FALSE: 'false',
  f: 'false',
  F: 'false',
  '0': 'false',
  off: 'false',
  no: 'false',
}

const namesOf = (wanted: 'boolean' | 'integer') =>
  new Set(
    Object.values(operations).flatMap(({ query_parameters }) =>
      Object.entries(query_parameters).flatMap(([name, type]) => (type === wanted ? [name] : [])),
    ),
  )
const booleans = namesOf('boolean')
const integers = namesOf('integer')

/** A number as Ruby reads it: only digits. JavaScript, and with it the validator, would take `0x10`, `1e3` and a blank for numbers as well. */
export const spellInteger = (text: string): string => (/^\s*[+-]?\d+\s*$/.test(text) ? text : 'not a number')

function spell(name: string, value: string): string {
  if (integers.has(name)) return spellInteger(value)
  return booleans.has(name) ? (spellings[value] ?? value) : value
}

/**
 * A query as GitLab reads it: `scope[]`, `scope[0]`, `scope[any]` and `scope` are one parameter; of a repeated plain name the last
 * counts; blank values are as good as none, except for `scope`, where they are wrong.
 */
export function parseQuery(text: string | null | undefined): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [key, value] of new URLSearchParams(text ?? '')) {
    const [, list] = /^([^[\]]+)\[[^[\]]*\]$/.exec(key) ?? []
    if (list !== undefined) query[list] = [...asList(query[list]), value]
    else if (value !== '' || key === 'scope') query[key] = spell(key, value)
  }
  return query
}

/** Puts the members of a body that are booleans by their names, but came as text, right. What is no boolean stays as it came. */
export function spellBooleans(body: unknown): void {
  if (typeof body !== 'object' || body === null) return
  for (const [name, value] of Object.entries(body)) {
    if (!booleans.has(name) || typeof value !== 'string') continue
    const spelled = spellings[value] ?? value
    if (spelled === 'true' || spelled === 'false') Object.assign(body, { [name]: spelled === 'true' })
  }
}

const asList = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : [])
