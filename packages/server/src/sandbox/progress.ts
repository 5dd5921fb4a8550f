import type { Floor } from '../runners/floor.ts'
import { nextRoundAfter, nextSweepAfter } from '../runners/next-moment.ts'
import type { Pace } from '../runners/pace.ts'
import { oneRound, type Trouble } from '../runners/round.ts'
import { onceEach, roundPeriod, sweepPeriod } from '../runners/start-runners.ts'
import { sweep } from '../runners/sweep.ts'
import type { Instant } from '../storage/records.ts'
import type { Stores } from '../world/load-world.ts'
import type { Paces } from './paces.ts'

/** More rounds than a pipeline needs to come to its end at once; one that never ends goes on with the next request. */
const mostAtOnce = 1000

const never = Number.POSITIVE_INFINITY

/**
 * What happens in a universe by itself. While nobody looks, nothing is done; before each answer, what has fallen due since the last
 * one is made up for, each thing at the very moment at which it was due. So the story depends on the universe's clock alone,
 * however often somebody looks, and a month passes in no time.
 */
export class Progress {
  readonly #floor: Floor
  readonly #paces: Paces
  readonly #trouble: Trouble
  readonly #start: Instant
  /** What the runners take for the time. */
  #moment: Instant
  #lastRound: Instant
  #nextRound: Instant
  #nextSweep: Instant
  /** Whether anything has changed since it was last asked. */
  #hasChanged = true
  #turn: Promise<void> = Promise.resolve()

  constructor({ store, logs, archives }: Stores, paces: Paces, start: Instant, trouble: Trouble) {
    this.#start = this.#moment = this.#lastRound = start
    this.#nextRound = start + roundPeriod
    this.#nextSweep = start + sweepPeriod
    this.#paces = paces
    this.#trouble = onceEach(trouble)
    const watched: Stores['store'] = {
      read: (ask) => store.read(ask),
      write: (change) => store.write(change).finally(() => this.noteChange(this.#moment)),
      close: () => store.close(),
    }
    const pace: Pace = {
      rests: (job) => paces.rests(job),
      elapsed: (job, since, whole) => paces.elapsed(job, this.#moment - since, whole),
    }
    this.#floor = { store: watched, logs, archives, clock: { now: () => this.#moment }, pace }
  }

  /** Somebody has changed something, so the runners have to look again. */
  noteChange(at: Instant): void {
    this.#hasChanged = true
    this.#nextRound = Math.min(this.#nextRound, this.#after(at, roundPeriod))
    this.#nextSweep = Math.min(this.#nextSweep, this.#after(at, sweepPeriod))
  }

  /** Something else may make jobs go on now, as that they were read. */
  lookAgain(): void {
    this.noteChange(this.#lastRound)
  }

  /** Whether `catchUp` would have anything to do. */
  isBehind(now: Instant): boolean {
    if (this.#paces.areStill) return false
    return now >= this.#lastRound + roundPeriod || (this.#paces.hurry && this.#hasChanged)
  }

  /** Does everything that has fallen due, in its order. Whoever comes meanwhile waits. */
  catchUp(clock: () => Instant): Promise<void> {
    const turn = this.#turn.then(async () => {
      const now = clock()
      if (!this.isBehind(now)) return
      await this.#goOnTo(now)
      if (this.#paces.hurry) await this.#settle(now)
    })
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Does something with the runners' tools that is not theirs to do, when nobody else is at work. */
  async intervene<Result>(clock: () => Instant, work: (floor: Floor) => Promise<Result>): Promise<Result> {
    await this.catchUp(clock)
    const turn = this.#turn.then(() => {
      this.#moment = clock()
      return work(this.#floor)
    })
    this.#turn = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }

  async #goOnTo(now: Instant): Promise<void> {
    for (let next = this.#next; next <= now; next = this.#next) {
      if (this.#nextRound === next) await this.#round(next)
      if (this.#nextSweep === next) await this.#sweep(next)
    }
    // Nothing else is due, but by now logs may say more.
    const last = this.#after(now, roundPeriod) - roundPeriod
    if (last > this.#lastRound) await this.#round(last)
  }

  get #next(): Instant {
    return Math.min(this.#nextRound, this.#nextSweep)
  }

  /** Jobs that need no time go on until nothing changes any more. */
  async #settle(now: Instant): Promise<void> {
    for (let rounds = 0; this.#hasChanged && rounds < mostAtOnce; rounds++) {
      this.#hasChanged = false
      this.#moment = now
      await this.#work()
    }
  }

  async #work(): Promise<void> {
    await oneRound(this.#floor, this.#trouble).catch((error: unknown) => this.#trouble('round', error))
  }

  async #round(at: Instant): Promise<void> {
    this.#moment = this.#lastRound = at
    this.#nextRound = never
    await this.#work()
    if (this.#nextRound !== never) return
    const next = await nextRoundAfter(this.#floor, at)
    if (next !== undefined) this.#nextRound = Math.min(this.#nextRound, this.#from(next, roundPeriod))
  }

  async #sweep(at: Instant): Promise<void> {
    this.#moment = at
    this.#nextSweep = never
    await sweep(this.#floor).catch((error: unknown) => this.#trouble('sweep', error))
    const next = await nextSweepAfter(this.#floor, at)
    if (next !== undefined) this.#nextSweep = Math.min(this.#nextSweep, this.#from(next, sweepPeriod))
  }

  /** The first turn after a moment. */
  #after(moment: Instant, period: number): Instant {
    return this.#start + (Math.floor((moment - this.#start) / period) + 1) * period
  }

  /** The first turn that is not before a moment. */
  #from(moment: Instant, period: number): Instant {
    return this.#start + Math.ceil((moment - this.#start) / period) * period
  }
}
