import type { start } from '@jobs-api/server'

type Clock = NonNullable<Parameters<typeof start>[2]>

/** A clock for a server that runs so many times as fast, so that what takes its simulated runners ten seconds is over in one. */
export function hastyClock(haste: number): Clock {
  const began = Date.now()
  return {
    now: () => Math.round(began + (Date.now() - began) * haste),
    every(period, work) {
      let timer: NodeJS.Timeout | undefined
      let turn = Promise.resolve()
      const wait = () => {
        timer = setTimeout(() => {
          turn = work().then(() => (timer === undefined ? undefined : wait()))
        }, period / haste)
      }
      wait()
      return async () => {
        clearTimeout(timer)
        timer = undefined
        await turn
      }
    },
  }
}
