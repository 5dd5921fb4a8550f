import type { Level } from './diff/levels.ts'
import type { Finding } from './finding.ts'

export type Bump = 'major' | 'minor' | 'patch' | 'none'

/** What a change amounts to. */
export interface Verdict {
  readonly bump: Bump
  readonly counts: Readonly<Record<Level, number>>
  readonly version: VersionVerdict
}

export interface VersionVerdict {
  readonly before: string
  readonly after: string
  /** The least version that tells of the change; undefined if the version before is not of three numbers. */
  readonly atLeast: string | undefined
  readonly isHonest: boolean
}

export function verdictOf(findings: readonly Finding[], before: string, after: string): Verdict {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length
  const counts = { breaking: count('breaking'), compatible: count('compatible'), editorial: count('editorial') }
  const bump = counts.breaking > 0 ? 'major' : counts.compatible > 0 ? 'minor' : counts.editorial > 0 ? 'patch' : 'none'
  const atLeast = raised(before, bump)
  const isHonest = atLeast === undefined ? before !== after || bump === 'none' : isAtLeast(after, atLeast)
  return { bump, counts, version: { before, after, atLeast, isHonest } }
}

/** Before 1.0.0 a breaking change raises the second number, and any other the third (semver.org, item 4, as package managers read it). */
export function raised(version: string, bump: Bump): string | undefined {
  const [major, minor, patch] = numbersOf(version) ?? []
  if (major === undefined || minor === undefined || patch === undefined) return undefined
  if (bump === 'none') return version
  if (major === 0) return bump === 'major' ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`
  if (bump === 'major') return `${major + 1}.0.0`
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

function isAtLeast(version: string, least: string): boolean {
  const [own, other] = [numbersOf(version), numbersOf(least)]
  if (own === undefined || other === undefined) return version !== least
  const differs = own.findIndex((number, index) => number !== other[index])
  return differs < 0 || (own[differs] ?? 0) > (other[differs] ?? 0)
}

const numbersOf = (version: string) => /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number)
