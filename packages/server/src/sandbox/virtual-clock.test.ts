import { expect, test } from 'vitest'
import { VirtualClock } from './virtual-clock.ts'

test('it goes as fast as it is told, stands, and is moved on', () => {
  let machine = 50
  const clock = new VirtualClock(1000, 1, () => machine)
  machine += 10
  expect(clock.now()).toBe(1010)
  clock.run(60)
  machine += 10
  expect([clock.now(), clock.speed]).toEqual([1610, 60])
  clock.run(0)
  machine += 1000
  expect(clock.now()).toBe(1610)
  clock.advance(90)
  expect(clock.now()).toBe(1700)
})
