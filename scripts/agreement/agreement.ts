import { type Agreement, compare, type Disagreement } from './compare.ts'
import { exceptions } from './exceptions.ts'
import { decidedRequests } from './requests.ts'
import { compared, server, type Target } from './targets.ts'

/** How far a target answers like the reference server. */
export interface Verdict extends Agreement {
  readonly target: string
  /** Of all requests: same status and same shape. */
  readonly share: number
  /** Disagreements for which no exception gives a reason, in words. */
  readonly unexplained: readonly string[]
}

/** Asks everything that is compared with the server the same requests: so many, made from a seed. */
export async function agreementOf(count: number, seed: number): Promise<readonly Verdict[]> {
  const requests = decidedRequests(count, seed)
  const verdicts: Verdict[] = []
  for (const start of Object.values(compared)) {
    const [reference, target] = [server(), await start()]
    try {
      verdicts.push(verdictOf(target, await compare(reference, target, requests)))
    } finally {
      await Promise.all([reference.close(), target.close()])
    }
  }
  return verdicts
}

function verdictOf(target: Target, agreement: Agreement): Verdict {
  const { requests, disagreements } = agreement
  const reasons = exceptions.filter((exception) => exception.target === target.name)
  const unexplained = disagreements.filter((disagreement) => !reasons.some(({ covers }) => covers(disagreement))).map(inWords)
  return { ...agreement, target: target.name, share: (requests - disagreements.length) / requests, unexplained }
}

const inWords = ({ request: { operationId, request, ground }, wanted, found }: Disagreement) =>
  `${operationId} (${ground}) ${JSON.stringify(request).slice(0, 400)}\n  server: ${wanted}\n  found:  ${found}`

/** One line a target, for people. */
export const lineOf = ({ target, requests, share, sameBodies }: Verdict): string =>
  `${target}: ${(share * 100).toFixed(1)} % of ${requests} requests have the server's status and shape, ${((sameBodies / requests) * 100).toFixed(1)} % its very bytes`
