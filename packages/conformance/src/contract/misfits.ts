import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { AnswerContract, OperationContract } from './edition-contract.ts'

/** Which promise of the contract an answer breaks: the status or type is not documented, a header or the body does not fit. */
export const aspects = ['answers', 'headers', 'body'] as const
export type Aspect = (typeof aspects)[number]

export interface Misfit {
  readonly aspect: Aspect
  /** Where, and what is wrong there. */
  readonly complaint: string
}

export interface AnswerParts {
  readonly method: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Throttles and gateways in front of a server answer in their own way; nobody is blamed for that. */
const fromTheFront = new Set([429, 502, 503, 504])

/** Everything in which an answer is not one that the contract describes. */
export function misfits(operation: OperationContract, answer: AnswerParts): Misfit[] {
  if (fromTheFront.has(answer.status)) return []
  const described = operation.answers.get(answer.status)
  if (described === undefined) return [{ aspect: 'answers', complaint: `status ${answer.status} is not documented` }]
  return [...headerMisfits(described, answer), ...bodyMisfits(described, answer)]
}

function headerMisfits({ headers }: AnswerContract, answer: AnswerParts): Misfit[] {
  return headers.flatMap(({ name, fits }): Misfit[] => {
    const value = answer.headers.get(name)
    if (value === null || fits(value)) return []
    return [{ aspect: 'headers', complaint: `${name}: ${JSON.stringify(value)} ${sentenceOf(fits)}` }]
  })
}

function bodyMisfits({ media }: AnswerContract, { method, status, headers, text }: AnswerParts): Misfit[] {
  const type = headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (media.size === 0) return text === '' ? [] : [{ aspect: 'body', complaint: `status ${status} has no body, got ${text.slice(0, 80)}` }]
  if (type === undefined || !media.has(type)) return mediaMisfit(media, status, type)
  const fits = media.get(type)
  if (fits === undefined || method === 'HEAD') return []
  const value = parsed(text)
  if (value === undefined) return [{ aspect: 'body', complaint: `not JSON: ${text.slice(0, 80)}` }]
  if (fits(value)) return []
  return complaintsOf(fits).map((complaint) => ({ aspect: 'body', complaint }))
}

/** The type of a single file is guessed by the server; of the other answers it is documented. */
function mediaMisfit(media: AnswerContract['media'], status: number, type: string | undefined): Misfit[] {
  if (media.has('application/octet-stream')) return []
  return [{ aspect: 'answers', complaint: `status ${status} as ${type ?? 'nothing'} is not documented, but ${[...media.keys()]}` }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const sentenceOf = (fits: ValidateFunction) => complaintsOf(fits)[0]?.replace(/^: /, '') ?? ''

/** At most a few, each by the place in the body where it is. */
function complaintsOf({ errors }: ValidateFunction): string[] {
  const told = (errors ?? []).filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf')
  const all = (told.length > 0 ? told : (errors ?? [])).map(complaint)
  return [...new Set(all)].slice(0, 5)
}

function complaint({ instancePath, message, params }: ErrorObject): string {
  const extra = 'allowedValues' in params ? ` (${params['allowedValues']})` : ''
  return `${instancePath}: ${message}${extra}`
}
