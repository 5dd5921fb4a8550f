import type { Check } from './check.ts'
import { Mismatch, type Outcome, Unsupported, Untestable } from './outcomes.ts'
import type { Exchange } from './target/exchange.ts'
import type { Session } from './target/session.ts'
import { createTarget, type Target } from './target/target.ts'

export interface Finding {
  readonly check: Check
  readonly outcome: Outcome
  /** What is wrong, or what is missing; empty when all is well. */
  readonly reason: string
  /** What was sent and what came, in this order. */
  readonly exchanges: readonly Exchange[]
  readonly milliseconds: number
}

/** Runs the checks one after the other, because some of them change what others look at. */
export async function* run(session: Session, checks: readonly Check[]): AsyncGenerator<Finding> {
  const [first, last] = [checks.filter(({ comesLast }) => comesLast !== true), checks.filter(({ comesLast }) => comesLast === true)]
  for (const check of [...first, ...last]) yield await examine(session, check)
}

async function examine(session: Session, check: Check): Promise<Finding> {
  const exchanges: Exchange[] = []
  const begin = performance.now()
  const [outcome, reason] = await outcomeOf(check, createTarget(session, exchanges))
  return { check, outcome, reason, exchanges, milliseconds: performance.now() - begin }
}

async function outcomeOf(check: Check, target: Target): Promise<readonly [Outcome, string]> {
  try {
    await check.run(target)
    return ['pass', '']
  } catch (error) {
    return judge(check, error)
  }
}

function judge({ operation, level }: Pick<Check, 'operation' | 'level'>, error: unknown): readonly [Outcome, string] {
  const reason = error instanceof Error ? error.message : String(error)
  // Looking around with the very operation that is examined shows what is wrong with it.
  if (error instanceof Untestable && error.cause instanceof Mismatch && error.cause.operation === operation)
    return judge({ operation, level }, error.cause)
  if (error instanceof Mismatch) return [level === 'must' ? 'fail' : 'warning', reason]
  if (error instanceof Untestable) return ['untestable', reason]
  if (error instanceof Unsupported) return ['unsupported', `declared: no ${reason}`]
  return ['error', error instanceof Error ? (error.stack ?? reason) : reason]
}

/** Conforming is what passes every `must`; what could not be tested has not passed, what was declared to be missing is not asked. */
export function conforms(findings: readonly Finding[]): boolean {
  return findings.every(({ check: { level }, outcome }) => level !== 'must' || outcome === 'pass' || outcome === 'unsupported')
}
