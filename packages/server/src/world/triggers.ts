import type { WorldRun } from './world.ts'

export type WorldTrigger = NonNullable<WorldRun['trigger']>

/** What a job starts, at its first attempt or at a later one; not what that starts in its turn. */
export function ownTriggersOf(run: WorldRun | undefined): WorldTrigger[] {
  if (run === undefined) return []
  return [...(run.trigger === undefined ? [] : [run.trigger]), ...ownTriggersOf(run.retry)]
}

/** The same, and what that starts, and so on. */
export function triggersOf(run: WorldRun | undefined): WorldTrigger[] {
  return ownTriggersOf(run).flatMap((trigger) => [trigger, ...trigger.jobs.flatMap((job) => triggersOf(job.run))])
}
