import { Accident, type Action, act, actions } from './api.ts'
import type { Ledger } from './ledger.ts'

/** Numbers from 0 up to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function oneOf<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

// What there is least of is asked for least: a job can be erased only once, but cancelled and retried again and again.
const dice: readonly Action[] = [...(Object.keys(actions) as Action[]), 'retry', 'retry', 'cancel', 'cancel', 'play']

/** Orders this and that about its own jobs until nobody answers any more. New attempts become its own, too. */
export async function write(url: string, jobs: number[], chance: () => number, ledger: Ledger): Promise<void> {
  for (;;) {
    const jobId = oneOf(jobs, chance)
    const action = oneOf(dice, chance)
    const at = Date.now()
    ledger.begin(action, jobId)
    const job = await act(url, action, jobId).catch((error: unknown) => {
      if (error instanceof Accident) throw error
      return 'killed' as const
    })
    if (job === 'killed') return
    if (job === undefined) continue
    ledger.end({ action, jobId, job, at })
    if (job !== null && job.id !== jobId) jobs.push(job.id)
  }
}
