import type { JobFacts } from '@jobs-api/lifecycle'
import type { FoundJob } from './look-up.ts'

/** A stored job as the rule book of the lifecycle looks at it. */
export function factsOf({ job, artifacts }: Pick<FoundJob, 'job' | 'artifacts'>, hasLog = false): JobFacts {
  const { status, when, retried, archived, cancelsGracefully } = job
  return { status, when, retried, archived, cancelsGracefully, hasRemains: hasLog || artifacts.length > 0 }
}
