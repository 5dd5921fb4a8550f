import type { ReportedFinding } from '../reported.ts'
import type { Json } from '../source/json.ts'
import { compareSurfaces, type Surface, type SurfaceChange, stepsOf } from './surface.ts'

/** What declarations have changed, each with the changes of the contract that it follows from. */
export function surfaceChanges(older: Surface, newer: Surface, findings: readonly ReportedFinding[]): SurfaceChange[] {
  const telling = findings.filter(({ level }) => level !== 'editorial')
  return compareSurfaces(older, newer).map((change) => {
    const causes = telling.filter((finding) => change.places.some((place) => isCause(finding, change, stepsOf(place))))
    return { ...change, fingerprints: causes.map(({ fingerprint }) => fingerprint) }
  })
}

type Unlinked = Pick<SurfaceChange, 'gained' | 'lost'>

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
  return isMember || isOperation || tells(change, finding, operations)
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
