import { type Agreement, compare, type Disagreement } from './compare.ts'
import { exceptions } from './exceptions.ts'
import type { ComparedRequest } from './requests.ts'
import { compared, server } from './targets.ts'

/** How far a target answers like the reference server. */
export interface Verdict extends Agreement {
  /** Of all requests: same status and same shape. */
  readonly share: number
  /** Disagreements for which no exception gives a reason, in words. */
  readonly unexplained: readonly string[]
}

/** Asks the server, and everything that is compared with it, the same requests. */
export async function agreementOn(requests: readonly ComparedRequest[]): Promise<readonly Verdict[]> {
  const reference = server()
  const targets = await Promise.all(Object.values(compared).map((start) => start()))
  try {
    return (await compare(reference, targets, requests)).map(verdictOf)
  } finally {
    await Promise.all([reference, ...targets].map((target) => target.close()))
  }
}

function verdictOf(agreement: Agreement): Verdict {
  const { target, requests, disagreements } = agreement
  const reasons = exceptions.filter((exception) => exception.target === target)
  const unexplained = disagreements.filter((disagreement) => !reasons.some(({ covers }) => covers(disagreement))).map(inWords)
  return { ...agreement, share: (requests - disagreements.length) / requests, unexplained }
}

const inWords = ({ request: { operationId, request, ground }, wanted, found }: Disagreement) =>
  `${operationId} (${ground}) ${JSON.stringify(request).slice(0, 400)}\n  server: ${wanted}\n  found:  ${found}`

/** One line a target, for people. */
export const lineOf = ({ target, requests, share, sameBodies }: Verdict): string =>
  `${target}: ${(share * 100).toFixed(1)} % of ${requests} requests have the server's status and shape, ${((sameBodies / requests) * 100).toFixed(1)} % its very bytes`
