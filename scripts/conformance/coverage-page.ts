import { Coverage, type CoverageReport, checksOf, type Finding, facets, openSession, type Part, reasons, run } from '@jobs-api/conformance'
import type { Edition } from '@jobs-api/contract'
import { Reference } from './reference.ts'

/** What the whole kit meets of an edition's contract, run against the reference server, and what it finds. */
export async function metOf(edition: Edition): Promise<{ readonly coverage: CoverageReport; readonly findings: readonly Finding[] }> {
  const reference = await Reference.start(edition)
  try {
    const heard: { coverage?: Coverage } = {}
    const session = await openSession(reference.settings(), (exchange) => heard.coverage?.hear(exchange))
    heard.coverage = new Coverage(session.contract)
    const findings: Finding[] = []
    for await (const finding of run(session, checksOf(edition, session.contract.has), 4)) findings.push(finding)
    return { findings, coverage: heard.coverage.report({ url: reference.url, project: 'harbor/webshop', edition }) }
  } finally {
    await reference.stop()
  }
}

/** Parts of the contract that nothing has met although no reason is known. */
export const gapsOf = (report: CoverageReport): readonly string[] =>
  facets.flatMap((facet) => report[facet].filter(({ seen, reason }) => seen === 0 && reason === undefined).map(({ name }) => name))

/** `COVERAGE.md`: how much of the contract is met on the reference server, and what is not, and why. */
export function coveragePage(report: CoverageReport): string {
  const parts = facets.flatMap((facet) => report[facet])
  const rows = facets.map(
    (facet) => `| ${facet} | ${report[facet].length} | ${seenOf(report[facet])} | ${report[facet].length - seenOf(report[facet])} |`,
  )
  const unmet = reasons.map(([, why]) => `| ${why} | ${grouped(parts.filter(({ reason }) => reason === why))} |`)
  return `# What the checks reach

A run of all checks against the reference server of the edition \`${report.target.edition}\`: how many of the contract's answers (by operation,
status and media type) came, how many members were there and not null, and how many of the known values were seen. What was not met is listed
below with the reason; a test fails if there is anything without one. \`--coverage map.html\` draws this for a server of yours. Made by
\`node scripts/coverage.ts\`.

| | documented | met | not met, for a reason |
|---|---|---|---|
${rows.join('\n')}

| why not | what |
|---|---|
${unmet.filter((row) => !row.endsWith('|  |')).join('\n')}
`
}

const seenOf = (parts: readonly Part[]) => parts.filter(({ seen }) => seen > 0).length

/** Answers by their status, the operations together, and values by their member; members by name. */
function grouped(parts: readonly Part[]): string {
  const groups = Map.groupBy(parts, ({ name }) => /^\w+ (\d+) /.exec(name)?.[1] ?? /^(.*)=/.exec(name)?.[1] ?? '')
  const details = (its: readonly Part[]) => its.map(({ name }) => `\`${/^(\w+) /.exec(name)?.[1] ?? name.replace(/^.*=/, '')}\``).join(', ')
  return [...groups].map(([group, its]) => `${group === '' ? '' : `${group}: `}${details(its)}`).join('; ')
}
