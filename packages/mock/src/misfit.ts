import type { Body } from './body.ts'
import type { Answer, Operation } from './catalogue.ts'
import type { Violation } from './prism.ts'
import { find } from './wanted.ts'

/** Why a request does not fit the contract: an answer that the contract shows for it, or a sentence about this very request. */
export type Misfit = { readonly answer: Answer } | { readonly status: number; readonly error: string }

/** Undefined if the request fits. */
export function misfitOf(operation: Operation, body: Body, violations: readonly Violation[]): Misfit | undefined {
  const rules = new Set(violations.map(({ rule }) => rule))
  const shown = (status: number, name?: string) => find(operation, { status, name }) ?? find(operation, { status, name: undefined })
  if (rules.has('401')) return answerOr(shown(401, 'no_token'), 401, '401 Unauthorized')
  if (body.kind === 'too_large') return answerOr(shown(413), 413, 'Request Entity Too Large')
  if (body.kind === 'unsupported') return { status: 415, error: `The provided ${body.what} is not supported.` }
  if (body.kind === 'malformed') return { status: 400, error: 'message body does not match declared format' }
  return violations.length === 0 ? undefined : { status: 400, error: sentenceOf(violations, operation) }
}

/** A document of one's own need not show it. */
const answerOr = (answer: Answer | undefined, status: number, error: string): Misfit =>
  answer === undefined ? { status, error } : { answer }

/** How many faults are named at most: the sentence must not grow with the request. */
const most = 100

/** What is wrong with a request, in GitLab's words: every faulty parameter by its name, in the order of the contract. */
function sentenceOf(violations: readonly Violation[], { parameters }: Operation): string {
  const names = parameters.map(({ name }) => name.replace(/\[\]$/, ''))
  const placed = violations.map((violation) => {
    const parts = partsOf(violation, names)
    const place = violation.path[0] === 'body' ? -1 : names.indexOf(parts[0] ?? '')
    return { clause: clauseOf(violation, parts), place: place < 0 ? names.length : place }
  })
  const clauses = placed.toSorted((one, other) => one.place - other.place).map(({ clause }) => clause)
  return [...new Set(clauses)].slice(0, most).join(', ')
}

/** Prism writes the names of parameters in lower case, and tells of what is missing only in its message. */
function partsOf({ path: [place, ...parts], rule, message }: Violation, names: readonly string[]): string[] {
  const missing = rule === 'required' ? /required property '(.+)'/.exec(message)?.[1] : undefined
  const all = missing === undefined ? parts : [...parts, missing]
  const [first = 'body', ...rest] = all
  return place === 'body' ? [first, ...rest] : [names.find((name) => name.toLowerCase() === first.toLowerCase()) ?? first, ...rest]
}

const wrongValue = /^(enum|minimum|maximum|pattern|minLength|maxLength|minItems|maxItems|const)/

function clauseOf({ path: [place], rule }: Violation, [first = 'body', ...rest]: readonly string[]): string {
  // Whatever is no status is a wrong value, not a wrong type.
  if (place === 'query' && first === 'scope') return 'scope does not have a valid value'
  const name = [first, ...rest.map((part) => `[${part}]`)].join('')
  if (rule === 'required') return `${name} is missing`
  return wrongValue.test(rule) ? `${name} does not have a valid value` : `${name} is invalid`
}
