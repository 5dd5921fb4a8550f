import type { ReportedFinding } from '../reported.ts'
import type { Json } from '../source/json.ts'
import { compareSurfaces, type Surface, type SurfaceChange, stepsOf } from './surface.ts'

/** What declarations have changed, each with the changes of the contract that it follows from. */
export function surfaceChanges(older: Surface, newer: Surface, findings: readonly ReportedFinding[]): SurfaceChange[] {
  const telling = findings.filter(({ level }) => level !== 'editorial')
  const linked = compareSurfaces(older, newer).map((change) => {
    const causes = telling.filter((finding) => change.places.some((place) => isCause(finding, change, stepsOf(place))))
    return { ...change, fingerprints: causes.map(({ fingerprint }) => fingerprint) }
  })
  return [...Map.groupBy(linked, sameCause).values()].flatMap(together)
}

/** One member of a contract's schema is a member of many types: what follows from one change is told once. */
const sameCause = ({ kind, member, before, after, places, fingerprints }: SurfaceChange) =>
  JSON.stringify([kind, before, after, ...(fingerprints.length === 0 ? [member, places] : [stepsOf(member).at(-1), fingerprints])])

function together(changes: readonly SurfaceChange[]): SurfaceChange[] {
  const [first] = changes
  return first === undefined ? [] : [{ ...first, places: changes.flatMap(({ places }) => places) }]
}

type Unlinked = Pick<SurfaceChange, 'gained' | 'lost' | 'before' | 'after'>

function isCause(finding: ReportedFinding, change: Unlinked, steps: readonly string[]): boolean {
  const { subject, sites } = finding
  const operations = sites.flatMap(({ operationId }) => (operationId === undefined ? [] : [operationId]))
  // A method is called like its operation; what it takes or gives changes by that operation only.
  const method = steps.find((step) => operations.includes(step))
  const isElsewhere = steps[0] === 'Methods' && method === undefined
  if (isElsewhere) return false
  const names = subject.split(/[ .]/).filter((name) => !/^(query|path|header|cookie|body|\d+)$/.test(name))
  const isMember = names.length > 0 && steps.slice(-names.length).join('.') === names.join('.')
  const isOperation = subject === '' && steps.at(-1) === method
  return isMember || isOperation || isInside(change, names.at(-1)) || tells(change, finding, operations)
}

/** A type that is written out has the member, or had it: `{ id: number; archived: boolean; … }`. */
function isInside({ before = '', after = '' }: Unlinked, name: string | undefined): boolean {
  if (name === undefined || before === '' || after === '') return false
  const countIn = (text: string) => text.split(/[{};?: ]+/).filter((word) => word === name).length
  return countIn(before) !== countIn(after)
}

/** Values that came and went in both: `"canceling"` in a list of the contract, and in a type made of it. */
function tells({ gained, lost }: Unlinked, { rule, before, after }: ReportedFinding, operations: readonly string[]): boolean {
  const came = [...textsIn(after), ...(rule === 'operation-added' ? operations : [])]
  const went = [...textsIn(before), ...(rule === 'operation-removed' ? operations : [])]
  return gained.some((value) => came.includes(bare(value))) || lost.some((value) => went.includes(bare(value)))
}

const bare = (value: string) => value.replaceAll(/^"|"$/g, '')
const textsIn = (value: Json | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap((one) => textsIn(one)) : []
