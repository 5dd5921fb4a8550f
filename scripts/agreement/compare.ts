import { isDeepStrictEqual } from 'node:util'
import type { RawAnswer } from '../examples/request.ts'
import type { DecidedRequest } from './requests.ts'
import type { Target } from './targets.ts'

/** A request that two targets answer differently. */
export interface Disagreement {
  readonly request: DecidedRequest
  readonly wanted: string
  readonly found: string
}

/** How far a target answers like another. */
export interface Agreement {
  readonly requests: number
  readonly disagreements: readonly Disagreement[]
  /** How many answers were the same to the last byte of their bodies. */
  readonly sameBodies: number
}

export async function compare(reference: Target, target: Target, requests: readonly DecidedRequest[]): Promise<Agreement> {
  const disagreements: Disagreement[] = []
  let sameBodies = 0
  for (const request of requests) {
    const [wanted, found] = await Promise.all([reference.answer(request), target.answer(request)])
    if (wanted.body.equals(found.body)) sameBodies++
    if (!isDeepStrictEqual(shapeOf(wanted), shapeOf(found))) disagreements.push({ request, wanted: lineOf(wanted), found: lineOf(found) })
  }
  return { requests: requests.length, disagreements, sameBodies }
}

/** Status, media type, and what the body is made of: the names of an error's members, whether it is a list. */
function shapeOf({ status, headers, body }: RawAnswer) {
  const type = headers['content-type']
  if (type !== 'application/json') return { status, type, isEmpty: body.length === 0 }
  const value: unknown = JSON.parse(body.toString())
  const isList = Array.isArray(value)
  return { status, type, isList, members: status >= 400 ? Object.keys(Object(value)).toSorted() : [] }
}

const lineOf = ({ status, body }: RawAnswer) => `${status} ${body.toString().slice(0, 160)}`
