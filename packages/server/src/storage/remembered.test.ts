import { expect, test } from 'vitest'
import { Remembered } from './remembered.ts'

test('the same text is the same record, another text another one', () => {
  const remembered = new Remembered()
  const one = remembered.parse('{"id":1}')
  expect(remembered.parse('{"id":1}')).toBe(one)
  expect(remembered.parse('{"id":2}')).toEqual({ id: 2 })
  expect(one).toEqual({ id: 1 })
})

test('what is asked for again and again survives a flood, the flood does not', () => {
  const remembered = new Remembered()
  const favourite = remembered.parse('{"id":"favourite"}')
  const first = remembered.parse('{"id":"first"}')
  for (let round = 0; round < 5000; round++) {
    remembered.parse(JSON.stringify({ round, filling: 'x'.repeat(10_000) }))
    expect(remembered.parse('{"id":"favourite"}')).toBe(favourite)
  }
  expect(remembered.parse('{"id":"first"}')).not.toBe(first)
})
