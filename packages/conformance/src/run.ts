import type { Check } from './check.ts'
import { Mismatch, NotAlone, type Outcome, Unsupported, Untestable } from './outcomes.ts'
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

/**
 * Runs the checks: first those that only read, `parallel` of them at once, while nobody has changed anything; then one after the
 * other those that act, because each may change what others look at; then those that are about all that was seen.
 */
export async function* run(session: Session, checks: readonly Check[], parallel = 1): AsyncGenerator<Finding> {
  const [early, last] = [checks.filter(({ comesLast }) => comesLast !== true), checks.filter(({ comesLast }) => comesLast === true)]
  yield* together(
    session,
    early.filter(({ writes }) => !writes),
    parallel,
  )
  for (const check of [...early.filter(({ writes }) => writes), ...last]) yield await examine(session, check)
}

/** Runs checks at once. One that has to be alone gets its turn when those that have begun have ended. */
async function* together(session: Session, checks: readonly Check[], parallel: number): AsyncGenerator<Finding> {
  const start = (check: Check) => ({ check, finding: examineBesideOthers(session, check) })
  const waiting = [...checks]
  let begun: ReturnType<typeof start>[] = []
  for (;;) {
    begun.push(...waiting.splice(0, parallel - begun.length).map(start))
    const first = begun.shift()
    if (first === undefined) return
    const finding = await first.finding
    if (finding !== undefined) {
      yield finding
      continue
    }
    const ended = await Promise.all(begun.map(async ({ check, finding: other }) => ({ check, found: await other })))
    yield await examine(session, first.check)
    begun = ended.map(({ check, found }) => (found === undefined ? start(check) : { check, finding: Promise.resolve(found) }))
  }
}

/** Undefined if the check has to be alone. */
async function examineBesideOthers(session: Session, check: Check): Promise<Finding | undefined> {
  try {
    return await examine({ ...session, isShared: true }, check)
  } catch (error) {
    if (error instanceof NotAlone) return undefined
    throw error
  }
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
  if (error instanceof NotAlone) throw error
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
