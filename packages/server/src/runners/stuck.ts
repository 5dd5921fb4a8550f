import { fits, stuckReason } from '@jobs-api/lifecycle'
import type { Job, Runner } from '../storage/records.ts'
import { changing, type Floor } from './floor.ts'
import { queuedAt } from './queue.ts'
import { step } from './step.ts'

/** Gives up on jobs that nobody has taken for too long. Those that could begin now have been picked up before. */
export async function dropStuck(floor: Floor, pending: readonly Job[], runners: readonly Runner[]): Promise<void> {
  const now = floor.clock.now()
  for (const job of pending) {
    const hasFittingRunner = runners.some((runner) => fits(runner, job.tags))
    const failureReason = stuckReason(now - queuedAt(job), hasFittingRunner)
    if (failureReason === undefined) continue
    await changing(floor, job, async (writer, fresh, pipeline) => {
      await step(writer, now, { pipeline, job: fresh, event: 'drop' }, { failureReason })
    })
  }
}
