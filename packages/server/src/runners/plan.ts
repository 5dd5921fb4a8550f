import { executionTimeout } from '@jobs-api/lifecycle'
import type { Job, Plan, PlannedArtifacts } from '../storage/records.ts'
import { drawn } from './chance.ts'

/** A plan in which nothing is left open. */
export interface WholePlan {
  readonly duration: number
  readonly lines: readonly string[]
  readonly outcome: 'success' | 'failed'
  readonly failureReason: string
  readonly exitCode: number
  readonly coverage: number | null
  readonly artifacts: PlannedArtifacts | null
}

const day = 86_400_000
const kept = { keepFor: 30 * day, access: 'public', tableOfContents: true } as const

interface Trade {
  readonly lines: (job: Job) => readonly string[]
  readonly coverage?: (job: Job) => number
  readonly artifacts?: (job: Job) => PlannedArtifacts
}

/** What jobs usually do, by a word in their name, or else in the name of their stage. The first that fits. */
const trades: readonly (readonly [RegExp, Trade])[] = [
  [
    /lint|style|format|audit|scan/,
    { lines: (job) => [`$ npm run ${job.name}`, `checked ${drawn(job.id, 'files', 80, 400)} files`, '0 problems'] },
  ],
  [
    /test|unit|spec|smoke|integration|check|compare/,
    {
      lines: (job) => ['$ npm ci', `added ${drawn(job.id, 'packages', 200, 900)} packages`, `$ npm run ${job.name}`, ...suites(job)],
      coverage,
      artifacts: (job) => ({ ...kept, files: { 'report.txt': `${passed(job)} passed\n` }, reports: [junit(job)] }),
    },
  ],
  [
    /build|compile|package|image|collect|docs/,
    {
      lines: (job) => [
        `$ make ${job.name}`,
        'resolving dependencies',
        `compiling ${drawn(job.id, 'modules', 20, 200)} modules`,
        'linking',
        'done',
      ],
      artifacts: (job) => ({
        ...kept,
        files: { [`dist/${job.name}.bin`]: drawn(job.id, 'bytes', 1000, 9000), 'dist/VERSION': `${job.id}\n` },
        reports: [],
      }),
    },
  ],
  [
    /deploy|publish|release|promote|apply/,
    { lines: (job) => [`$ ./${job.name}.sh`, 'checking access', `${drawn(job.id, 'changes', 1, 12)} changes to make`, 'applying', 'live'] },
  ],
]
const anyTrade: Trade = { lines: (job) => [`$ make ${job.name}`, 'done'] }

const tradeOf = (name: string) => trades.find(([words]) => words.test(name.toLowerCase()))?.[1]

/** What a job is going to do: what its plan says, and for the rest what jobs of its name usually do. */
export function planFor(job: Job): WholePlan {
  const plan: Plan = job.plan ?? {}
  const trade = tradeOf(job.name) ?? tradeOf(job.stage) ?? anyTrade
  const outcome = plan.outcome ?? 'success'
  return inTime({
    duration: plan.duration ?? drawn(job.id, 'duration', 6, 20) * 1000,
    lines: plan.lines ?? trade.lines(job),
    outcome,
    failureReason: plan.failureReason ?? 'script_failure',
    exitCode: plan.exitCode ?? 1,
    coverage: plan.coverage ?? (plan.lines === undefined && outcome === 'success' ? (trade.coverage?.(job) ?? null) : null),
    artifacts: plan.artifacts ?? (plan.lines === undefined ? (trade.artifacts?.(job) ?? null) : null),
  })
}

/** Whatever takes longer than it may is ended by its runner. */
function inTime(plan: WholePlan): WholePlan {
  if (plan.duration <= executionTimeout) return plan
  const end = { outcome: 'failed', failureReason: 'job_execution_timeout', coverage: null } as const
  return { ...plan, ...end, duration: executionTimeout }
}

const passed = (job: Job) => drawn(job.id, 'tests', 20, 300)

function coverage(job: Job): number {
  return drawn(job.id, 'coverage', 8500, 9900) / 100
}

function suites(job: Job): string[] {
  return [' \u001b[32m✓\u001b[0m basket', ' \u001b[32m✓\u001b[0m harbours', `${passed(job)} passed`, `Statements: ${coverage(job)} %`]
}

const junit = (job: Job) => ({
  type: 'junit',
  filename: 'junit.xml.gz',
  content: `<testsuites><testsuite name="${job.name.replace(/[<>&"]/g, '_')}" tests="${passed(job)}" failures="0"/></testsuites>\n`,
})
