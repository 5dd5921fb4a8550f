import { editionNames } from '@jobs-api/contract'
import { openRevision, type ReportedFinding, type Review, review } from '@jobs-api/review'

/** One step of the history: an edition and the one before it. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly review: Review
}

/** Where the document of an edition lies, from the top of the repository. */
const documentOf = (edition: string) =>
  `packages/contract/src/generated/${edition === 'current' ? 'openapi.json' : `editions/${edition}.json`}`

/** The reviews of each edition against the one before it. */
export function historySteps(): Promise<Step[]> {
  const steps = editionNames.slice(1).map((to, index) => ({ from: editionNames[index] ?? '', to }))
  return Promise.all(
    steps.map(async ({ from, to }) => {
      const [base, head] = await Promise.all([from, to].map((edition) => openRevision(documentOf(edition), { document: '' })))
      if (base === undefined || head === undefined) throw new Error(`no step from ${from} to ${to}`)
      return { from, to, review: await review(base, head, { today: '', failOn: 'none' }) }
    }),
  )
}

export function historyPage(steps: readonly Step[]): string {
  return `# How GitLab's Jobs API came to be what it is

What has changed from each edition of the contract to the next, as the review tells it: 10.7, 11.x, 12.8, 13.2 and 17.x are GitLab as
its documentation of the time described it, the last is GitLab 19.1 as its own source shows it. A change that an older client could
notice for the worse is **bold**. The editions are derived from one contract, so a step shows what came with any release in between.
Written by \`node scripts/review/history.ts --write\`; do not edit.
${steps.map(chapter).join('')}`
}

function chapter({ from, to, review: { findings, verdict } }: Step): string {
  const { breaking, compatible } = verdict.counts
  const told = findings.filter(({ level }) => level !== 'editorial')
  const parts = [
    list(
      'Operations',
      told.filter(({ rule }) => rule.startsWith('operation-')),
    ),
    list(
      'Credentials',
      told.filter(({ subject }) => subject === 'credentials'),
    ),
    list(
      'Requests',
      told.filter(({ direction, subject, rule }) => direction === 'request' && subject !== 'credentials' && !rule.startsWith('operation-')),
    ),
    list(
      'Answers',
      told.filter(({ direction }) => direction === 'response'),
    ),
  ]
  return `\n## ${from} → ${to}\n\n${breaking} breaking, ${compatible} compatible.\n${parts.join('')}`
}

function list(title: string, findings: readonly ReportedFinding[]): string {
  return findings.length === 0 ? '' : `\n### ${title}\n\n${findings.map(line).join('\n')}\n`
}

function line({ level, title, sites }: ReportedFinding): string {
  const names = [...new Set(sites.map(({ operation, operationId }) => operationId ?? operation))]
  const where = names.length > 4 ? `${names.length} operations` : names.map((name) => `\`${name}\``).join(', ')
  return `- ${level === 'breaking' ? `**${title}**` : title} (${where})`
}
