import type { Clock, Stop } from './clock.ts'
import { finishRemovals } from './operations/remove-artifacts.ts'
import type { Turns } from './storage/turns.ts'
import type { Stores } from './world/load-world.ts'

/** Milliseconds between two turns. */
const period = 60_000

/**
 * What a server does by itself, whether runners work or not: it removes bytes that could not be removed when they should have been, and
 * puts logs at rest where they are kept for less. Of servers that share their stores, one at a time.
 */
export function startUpkeep(
  { clock, turns, ...stores }: Stores & { readonly clock: Clock; readonly turns: Turns },
  trouble: (error: unknown) => void,
): Stop {
  const work = async () => {
    await finishRemovals(stores)
    await stores.logs.settle?.()
  }
  return clock.every(period, () => turns.unlessTaken('upkeep', work).catch(trouble))
}
