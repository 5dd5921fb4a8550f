import type { Clock, Stop } from '../clock.ts'
import type { Floor } from './floor.ts'
import { oneRound, type Trouble } from './round.ts'
import { sweep } from './sweep.ts'

/** Milliseconds between rounds. */
const roundPeriod = 250
/** Milliseconds between sweeps: GitLab does it every few minutes, who plays with a sandbox has less patience. */
const sweepPeriod = 60_000

/** Lets the simulated runners work until they are stopped. */
export function startRunners(floor: Floor & { readonly clock: Clock }, trouble: Trouble): Stop {
  const told = onceEach(trouble)
  const stops = [
    floor.clock.every(roundPeriod, () => survive('round', () => oneRound(floor, told), told)),
    floor.clock.every(sweepPeriod, () => survive('sweep', () => sweep(floor), told)),
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
function onceEach(trouble: Trouble): Trouble {
  const last = new Map<string, string>()
  return (where, error) => {
    if (last.get(where) === String(error)) return
    last.set(where, String(error))
    trouble(where, error)
  }
}
