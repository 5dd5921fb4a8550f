import { type Check, checksOf, type Finding, openSession, run } from '@jobs-api/conformance'

/** Runs the checks of an edition, or some of them, to the end. */
export async function examined(
  settings: Parameters<typeof openSession>[0],
  wanted: (check: Check) => boolean = () => true,
  parallel = 4,
): Promise<readonly Finding[]> {
  const session = await openSession(settings)
  const checks = checksOf(session.contract.edition, session.contract.has)
  const findings: Finding[] = []
  for await (const finding of run(session, checks.filter(wanted), parallel)) findings.push(finding)
  return findings
}
