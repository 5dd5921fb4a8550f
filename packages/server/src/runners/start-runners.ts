import type { Clock, Stop } from '../clock.ts'
import { noOthers, type Turns } from '../storage/turns.ts'
import type { Floor } from './floor.ts'
import { byTheClock } from './pace.ts'
import { oneRound, type Trouble } from './round.ts'
import { sweep } from './sweep.ts'

/** Milliseconds between rounds. */
export const roundPeriod = 250
/** Milliseconds between sweeps: GitLab does it every few minutes, who plays with a sandbox has less patience. */
export const sweepPeriod = 60_000

/** Lets the simulated runners work until they are stopped; of servers that share their stores, one at a time. */
export function startRunners(place: Omit<Floor, 'pace'> & { readonly clock: Clock; readonly turns?: Turns }, trouble: Trouble): Stop {
  const { turns = noOthers } = place
  const floor = { ...place, pace: byTheClock(place.clock) }
  const told = onceEach(trouble)
  const stops = [
    place.clock.every(roundPeriod, () => survive('round', () => turns.unlessTaken('round', () => oneRound(floor, told)), told)),
    place.clock.every(sweepPeriod, () => survive('sweep', () => turns.unlessTaken('sweep', () => sweep(floor)), told)),
  ]
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

async function survive(where: string, work: () => Promise<void>, trouble: Trouble): Promise<void> {
  try {
    await work()
  } catch (error) {
    trouble(where, error)
  }
}

/** What goes wrong in one round goes wrong in the next, four times a second; it is told when it is news. */
export function onceEach(trouble: Trouble): Trouble {
  const last = new Map<string, string>()
  return (where, error) => {
    if (last.get(where) === String(error)) return
    last.set(where, String(error))
    trouble(where, error)
  }
}
