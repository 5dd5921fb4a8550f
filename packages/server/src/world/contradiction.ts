import { didYouMean } from './near-name.ts'
import type { Path } from './world-file.ts'

/** Something that cannot be, and the member of the object in which it is said. */
export interface Contradiction {
  readonly owner: object
  readonly member: Path
  readonly says: string
}

export type Name = string | number

/** The names that a world gives to things of one kind. */
export interface Known {
  readonly kind: string
  readonly names: ReadonlySet<Name>
}

export const known = (kind: string, names: readonly Name[]): Known => ({ kind, names: new Set(names) })

/** Nothing if there is such a name, or if none was said. `otherwise` is the advice where no name is near. */
export function missing({ kind, names }: Known, owner: object, member: Path, name: Name | undefined, otherwise = ''): Contradiction[] {
  if (name === undefined || names.has(name)) return []
  const meant = typeof name === 'string' ? didYouMean(name, [...names].map(String)) : ''
  return [{ owner, member, says: `there is no ${kind} ${name}${meant || otherwise}` }]
}

export interface Named {
  readonly owner: object
  readonly member: Path
  readonly name: Name
}

export function byMember<Member extends string, Row extends { readonly [member in Member]: Name }>(
  rows: readonly Row[],
  member: Member,
): Named[] {
  return rows.map((owner) => ({ owner, member: [member], name: owner[member] }))
}

/** Each name that was there before; `same` makes those alike that count as one. */
export function twice(kind: string, named: readonly Named[], same: (name: Name) => Name = (name) => name): Contradiction[] {
  const seen = new Set<Name>()
  return named.flatMap(({ owner, member, name }) => {
    if (seen.has(same(name))) return [{ owner, member, says: `there are two of ${kind} ${name}` }]
    seen.add(same(name))
    return []
  })
}
