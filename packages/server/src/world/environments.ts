import { hash } from 'node:crypto'
import type { Job } from '../storage/records.ts'
import type { WorldEnvironment, WorldProject } from './world.ts'

export type JobEnvironment = NonNullable<Job['environment']>

/** The environment of a project that has this name. Throws if there is none: contradictions are found before. */
export type FindEnvironment = (projectPath: string, name: string) => JobEnvironment

export function environmentsOf(projects: readonly WorldProject[]): FindEnvironment {
  const all = new Map(projects.map(({ path, environments }) => [path, new Map(environments.map((each) => [each.name, described(each)]))]))
  return (projectPath, name) => {
    const found = all.get(projectPath)?.get(name)
    if (found === undefined) throw new Error(`${projectPath} has no environment ${name}`)
    return found
  }
}

const described = (environment: WorldEnvironment): JobEnvironment => ({
  tier: environment.tier ?? tierOf(environment.name),
  slug: slugOf(environment),
})

/** As in `Gitlab::Slug::Environment`: 24 letters at most, and six more for whatever the name lost on the way. */
export function slugOf({ name, slug }: Pick<WorldEnvironment, 'name' | 'slug'>): string {
  if (slug !== undefined) return slug
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const begun = /^[a-z]/.test(plain) ? plain : `env-${plain.replace(/^-/, '')}`
  if (begun === name && begun.length <= 24) return begun.replace(/-$/, '')
  return `${begun.slice(0, 17).replace(/-$/, '')}-${suffixOf(name)}`
}

/** Names that would share a slug differ in it. */
const suffixOf = (name: string) =>
  BigInt(`0x${hash('sha256', name, 'hex')}`)
    .toString(36)
    .slice(-6)

/** As in `Environment#guess_tier`: the first that fits. */
const tiers = [
  ['development', /dev|review|trunk/i],
  ['testing', /test|tst|int|ac(ce)?pt|qa|qc|control|quality/i],
  ['staging', /sta?g|mode?l|pre|demo|non/i],
  ['production', /pro?d|live/i],
] as const

export const tierOf = (name: string): string => tiers.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'
