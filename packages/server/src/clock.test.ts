import { expect, test } from 'vitest'
import { manualClock, systemClock } from './clock.ts'

test('a manual clock stands still, and goes on when told to', async () => {
  const clock = manualClock(1000)
  expect(clock.now()).toBe(1000)
  await clock.advance(250)
  expect(clock.now()).toBe(1250)
})

test('what falls due on the way is done in its order, each at its moment', async () => {
  const clock = manualClock(0)
  const done: string[] = []
  clock.every(300, async () => void done.push(`slow ${clock.now()}`))
  clock.every(200, async () => void done.push(`fast ${clock.now()}`))
  await clock.advance(650)
  expect(done).toEqual(['fast 200', 'slow 300', 'fast 400', 'slow 600', 'fast 600'])
})

test('what was stopped is not done again', async () => {
  const clock = manualClock(0)
  let turns = 0
  const stop = clock.every(100, async () => void turns++)
  await clock.advance(250)
  await stop()
  await clock.advance(1000)
  expect(turns).toBe(2)
})

test('on the system clock, turns follow one another and never overlap; stopping waits for the last', async () => {
  let under = 0
  let most = 0
  let ended = 0
  let twice: () => void
  const second = new Promise<void>((done) => {
    twice = done
  })
  const stop = systemClock.every(1, async () => {
    most = Math.max(most, ++under)
    if (ended === 1) twice()
    await new Promise((done) => setTimeout(done, 5))
    under--
    ended++
  })
  await second
  await stop()
  expect([most, under, ended]).toEqual([1, 0, 2])
})
