import type { JobStatus } from './statuses.ts'

/** A runner as the queue looks at it. */
export interface RunnerFacts {
  readonly paused: boolean
  readonly tags: readonly string[]
  /** Whether it takes jobs that name no tag. */
  readonly runUntagged: boolean
  /** How many jobs it runs at once. */
  readonly limit: number
}

/** Whether a runner takes jobs of this kind at all: it has every tag that the job asks for. */
export function fits(runner: RunnerFacts, tags: readonly string[]): boolean {
  if (runner.paused) return false
  return tags.length === 0 ? runner.runUntagged : tags.every((tag) => runner.tags.includes(tag))
}

/** In which statuses a job holds the resource group that it belongs to. */
const holding: readonly JobStatus[] = ['preparing', 'pending', 'running', 'canceling']

/** Whether a job keeps others of its resource group waiting. */
export const holdsResource = (status: JobStatus): boolean => holding.includes(status)

/** The first runner that can stop a job gracefully. Fact `statuses-graceful-runner`. */
const gracefulSince = [16, 10] as const

/** Whether a runner of this version runs the `after_script` of a job that is being stopped. */
export function cancelsGracefully(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > gracefulSince[0] || (major === gracefulSince[0] && minor >= gracefulSince[1])
}
