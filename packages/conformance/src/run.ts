import type { Case } from './case.ts'
import type { Target } from './target.ts'
import { Untestable } from './verdicts.ts'

export type Verdict = 'pass' | 'fail' | 'untestable'

export interface Finding {
  readonly case: Case
  readonly verdict: Verdict
  /** What is wrong, or what is missing; empty when all is well. */
  readonly reason: string
}

/** Runs the cases one after the other, because some of them change what others look at. */
export async function* run(target: Target, cases: readonly Case[]): AsyncGenerator<Finding> {
  for (const one of cases) yield await examine(target, one)
}

async function examine(target: Target, one: Case): Promise<Finding> {
  try {
    await one.run(target)
    return { case: one, verdict: 'pass', reason: '' }
  } catch (error) {
    const verdict = error instanceof Untestable ? 'untestable' : 'fail'
    return { case: one, verdict, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Conforming is what passes every `must`; what could not be tested has not passed. */
export function conforms(findings: readonly Finding[]): boolean {
  return findings.every(({ case: { level }, verdict }) => level !== 'must' || verdict === 'pass')
}

/** The cases whose id is one of these or begins with it up to a dot; all of them when nothing is asked for. */
export function choose(cases: readonly Case[], only: readonly string[], allowWrites: boolean): readonly Case[] {
  const asked = cases.filter(({ id }) => only.length === 0 || only.some((name) => id === name || id.startsWith(`${name}.`)))
  return asked.filter(({ writes }) => allowWrites || writes !== true)
}
