/**
 * What the declarations of a package offer, member by member, each with its type: `Job.user.skype` is a `string`. Elements of a list
 * stand under `[]`, what a function takes under the name of its parameter in brackets, what it gives back under `()`.
 */
export type Surface = ReadonlyMap<string, string>

/** The same change of one member, wherever programs meet it. */
export interface SurfaceChange {
  readonly kind: 'removed' | 'added' | 'changed'
  /** The member with the one that holds it: `user.skype`. */
  readonly member: string
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** Of a list of alternatives that has changed: those that came and went. */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** The whole ways there: `Methods.getJob().user.skype`. */
  readonly places: readonly string[]
  /** The findings that it follows from; none if the package changed by itself. */
  readonly fingerprints: readonly string[]
}

type Unlinked = Omit<SurfaceChange, 'fingerprints'>

/** What programs that were compiled against the older declarations meet in the newer ones. */
export function compareSurfaces(older: Surface, newer: Surface): Unlinked[] {
  const paths = [...new Set([...older.keys(), ...newer.keys()])]
  const holders = new Map([older, newer].map((side) => [side, holdersIn(side)]))
  const changed = paths.filter((path) => older.get(path) !== newer.get(path) && !isImplied(path, older, newer, holders))
  const groups = Map.groupBy(changed, (path) => JSON.stringify([memberOf(path), older.get(path), newer.get(path)]))
  return [...groups.values()].map((places) => change(places, older, newer)).sort((one, other) => order(one) - order(other))
}

const kinds: readonly SurfaceChange['kind'][] = ['removed', 'changed', 'added']
const order = ({ kind }: Unlinked) => kinds.indexOf(kind)

/** What is inside something that came or went, or that can no longer be looked into, is told by that. */
const isImplied = (path: string, older: Surface, newer: Surface, holders: ReadonlyMap<Surface, ReadonlySet<string>>) =>
  [older, newer].some((side) => !side.has(path) && holderOf(path) !== '' && holders.get(side)?.has(holderOf(path)) === false)

const holdersIn = (surface: Surface): ReadonlySet<string> => new Set([...surface.keys()].map(holderOf))

function change(places: readonly string[], older: Surface, newer: Surface): Unlinked {
  const [first = ''] = places
  const [before, after] = [older.get(first), newer.get(first)]
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const [olds, news] = [alternativesOf(before), alternativesOf(after)]
  const isChoice = kind === 'changed' && (olds.length > 1 || news.length > 1)
  const gained = isChoice ? news.filter((one) => !olds.includes(one)) : []
  const lost = isChoice ? olds.filter((one) => !news.includes(one)) : []
  return { kind, member: memberOf(first), before, after, gained, lost, places }
}

/** What stands between the bars of a type; those inside of brackets are somebody else's. */
function alternativesOf(text = ''): string[] {
  const found = ['']
  let depth = 0
  for (const sign of text.replace(/^optional: /, '').replaceAll('=>', '⇒')) {
    if ('{([<'.includes(sign)) depth++
    if ('})]>'.includes(sign)) depth--
    if (sign === '|' && depth === 0) found.push('')
    else found[found.length - 1] += sign
  }
  return found.map((one) => one.trim().replaceAll('⇒', '=>'))
}

/** The way without its last step; nothing for a name that is exported. */
const holderOf = (path: string) => (/^[^.[\]()]+$/.test(path) ? '' : path.replace(/(\.[^.[\]()]+|\[\]|\([^()]*\))$/, ''))

/** The steps of a way, without the signs for lists and for what is given back. */
export const stepsOf = (path: string): string[] => path.split(/[.[\]()]+/).filter((step) => step !== '')

const memberOf = (path: string) => stepsOf(path).slice(-2).join('.')
