import { checksOf, type Finding, type Outcome, openSession, run } from '@jobs-api/conformance'
import { targets } from './targets.ts'

export interface Result {
  readonly name: string
  /** Of the checks that decide whether a server conforms. */
  readonly counts: Readonly<Record<Outcome, number>>
  readonly findings: readonly Finding[]
}

/** Runs all checks of the current edition against one of the targets. */
export async function resultOf(name: string): Promise<Result> {
  const target = await targets[name]?.()
  if (target === undefined) throw new Error(`there is no target ${name}`)
  try {
    const session = await openSession(target.settings)
    const findings: Finding[] = []
    for await (const finding of run(session, checksOf('current', session.contract.has), 4)) findings.push(finding)
    const counts = { pass: 0, fail: 0, warning: 0, unsupported: 0, untestable: 0, error: 0 }
    for (const { check, outcome } of findings) if (check.level === 'must') counts[outcome]++
    return { name, counts, findings }
  } finally {
    await target.stop()
  }
}

/** How many of the checks of the level `must` pass, in percent. */
export const shareOf = ({ counts }: Result): number => (counts.pass * 100) / Object.values(counts).reduce((sum, each) => sum + each, 0)

const about: Readonly<Record<string, string>> = {
  sandbox:
    'The sandbox of `@jobs-api/server`, in the process of the run, without a state handler: what nobody can find or make by retries is untestable.',
  mock: 'The mock, which is Prism behind a front. It remembers nothing, and each of its answers is an example: what depends on what was done before, on who asks or on which page was asked for fails or cannot be tested.',
  independent:
    'A small server on `node:http` that imports nothing of this repository, with a state handler of its own: `scripts/conformance/independent/`.',
}

/** `TARGETS.md`: what the kit finds in servers other than the reference server. */
export function targetsPage(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { pass, fail, untestable } = result.counts
    return `| ${result.name} | ${pass} | ${fail} | ${untestable} | ${shareOf(result).toFixed(1)} % |`
  })
  return `# What the kit finds in other servers

All checks of the level \`must\` of the edition \`current\`. The reference server passes all of them, in every edition; a test holds it to that.
Nobody has run the kit on a GitLab yet. Made by \`node scripts/targets.ts\`; \`scripts/ci/conformance-targets.test.ts\` says when it is stale.

| server | pass | fail | untestable | share that passes |
|---|---|---|---|---|
${rows.join('\n')}

${results.map(({ name }) => `- **${name}**: ${about[name]}`).join('\n')}
`
}
