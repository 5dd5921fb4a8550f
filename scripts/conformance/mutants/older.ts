import { allChecks } from '@jobs-api/conformance'
import { type Edition, type OperationId, operations } from '@jobs-api/contract'
import type { Mutant } from './mutant.ts'

/** How many faults of an operation are tried in each of the older editions that have it. */
const each = 4

/** Some of the same faults in an older edition: those whose checks are asked there as well, and whose members were there already. */
export function inEdition(edition: Edition, has: (id: OperationId) => boolean, mutants: readonly Mutant[]): Mutant[] {
  const asked = new Set(allChecks.filter(({ editions }) => editions.includes(edition)).map(({ id }) => id))
  return Object.keys(operations).flatMap((id) => {
    const suitable = mutants.filter(
      (mutant) => mutant.operation === id && has(mutant.operation) && asked.has(mutant.caughtBy) && isOfAllTime(mutant),
    )
    const step = Math.max(1, Math.floor(suitable.length / each))
    return suitable
      .filter((_, index) => index % step === 0)
      .slice(0, each)
      .map((mutant) => ({ ...mutant, id: `${mutant.id} (${edition})`, edition }))
  })
}

/** Members of answers came and went; the other faults are about what has always been so. */
const isOfAllTime = ({ kind, edition }: Mutant) => kind !== 'shape' && edition === 'current'
