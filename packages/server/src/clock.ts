import type { Instant } from './storage/records.ts'

/** Work that the clock has ordered; whoever stops it waits until the turn under way has ended. */
export type Stop = () => Promise<void>

/** The time as the whole server knows it. */
export interface Clock {
  now(): Instant
  /** Does the work again and again: a turn begins so many milliseconds after the last one has ended, so that two never overlap. */
  every(period: number, work: () => Promise<void>): Stop
}

/** The clock of the machine. What goes wrong in a turn is the business of the work; here it would end the process. */
export const systemClock: Clock = {
  now: Date.now,
  every(period, work) {
    let timer: NodeJS.Timeout | undefined
    let turn = Promise.resolve()
    const wait = () => {
      // The server lives by its open port, not by its clock.
      timer = setTimeout(() => {
        turn = work().then(() => {
          if (timer !== undefined) wait()
        })
      }, period).unref()
    }
    wait()
    return async () => {
      clearTimeout(timer)
      timer = undefined
      await turn
    }
  },
}

interface Turn {
  readonly period: number
  readonly work: () => Promise<void>
  due: Instant
}

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Goes on by so many milliseconds and does, one after the other and each at its moment, what falls due on the way. */
  advance(milliseconds: number): Promise<void>
}

export function manualClock(start: Instant): ManualClock {
  let now = start
  const turns = new Set<Turn>()
  const nextBy = (end: Instant) => [...turns].filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0]
  return {
    now: () => now,
    every(period, work) {
      const turn = { period, work, due: now + period }
      turns.add(turn)
      return async () => void turns.delete(turn)
    },
    async advance(milliseconds) {
      const end = now + milliseconds
      for (let turn = nextBy(end); turn !== undefined; turn = nextBy(end)) {
        now = Math.max(now, turn.due)
        turn.due = now + turn.period
        await turn.work()
      }
      now = end
    },
  }
}
