import { isDeepStrictEqual } from 'node:util'
import type { RawAnswer } from '../examples/request.ts'
import type { ComparedRequest } from './requests.ts'
import type { Target } from './targets.ts'

/** A request that two targets answer differently. */
export interface Disagreement {
  readonly request: ComparedRequest
  readonly wanted: string
  readonly found: string
}

/** How far a target answers like another. */
export interface Agreement {
  readonly target: string
  readonly requests: number
  readonly disagreements: readonly Disagreement[]
  /** How many answers were the same to the last byte of their bodies. */
  readonly sameBodies: number
}

/** Asks everybody the same, one request after the other. */
export async function compare(reference: Target, targets: readonly Target[], requests: readonly ComparedRequest[]): Promise<Agreement[]> {
  const found = targets.map(({ name }) => ({ target: name, requests: requests.length, disagreements: [] as Disagreement[], sameBodies: 0 }))
  for (const request of requests) {
    const [wanted, ...answers] = await Promise.all([reference.answer(request), ...targets.map((target) => target.answer(request))])
    for (const [index, agreement] of found.entries()) {
      const answer = answers[index]
      if (answer === undefined) throw new Error(`${agreement.target} did not answer`)
      if (wanted.body.equals(answer.body)) agreement.sameBodies++
      const isSame = isDeepStrictEqual(shapeOf(wanted), shapeOf(answer))
      if (!isSame) agreement.disagreements.push({ request, wanted: lineOf(wanted), found: lineOf(answer) })
    }
  }
  return found
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
