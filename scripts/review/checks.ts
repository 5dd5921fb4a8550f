import { allChecks } from '@jobs-api/conformance'
import type { ReportedFinding, TouchedCheck } from '@jobs-api/review'

/** The checks of the kit that rest on facts which changed statements name, and all checks of an operation that is new or gone. */
export function touchedChecks(findings: readonly ReportedFinding[]): TouchedCheck[] {
  const telling = findings.filter(({ level }) => level !== 'editorial')
  return allChecks.flatMap(({ id, sources }) => {
    const [operation = ''] = id.split('.')
    const touching = telling.filter(
      (finding) => isWhole(finding, operation) || finding.facts.some((fact) => isAmong(fact, sources, operation, finding)),
    )
    if (touching.length === 0) return []
    const facts = sources.filter((source) => touching.some((finding) => finding.facts.includes(source)))
    return [{ id, facts, fingerprints: touching.map(({ fingerprint }) => fingerprint) }]
  })
}

const isWhole = ({ rule, sites }: ReportedFinding, operation: string) =>
  /^operation-(added|removed)$/.test(rule) && sites.some(({ operationId }) => operationId === operation)

/** A fact about several operations is touched where the change is met. */
const isAmong = (fact: string, sources: readonly string[], operation: string, { sites }: ReportedFinding) =>
  sources.includes(fact) && sites.some(({ operationId }) => operationId === operation)
