import { expect, test } from 'vitest'
import { Remembered } from './remembered.ts'

/** As whoever asks for the second time. */
const kept = (remembered: Remembered, text: string) => [remembered.parse(text), remembered.parse(text)].at(-1)

test('from the second time on, the same text is the same record, another text another one', () => {
  const remembered = new Remembered()
  const first = remembered.parse('{"id":1}')
  const one = remembered.parse('{"id":1}')
  expect(first).toEqual(one)
  expect(first).not.toBe(one)
  expect(remembered.parse('{"id":1}')).toBe(one)
  expect(remembered.parse('{"id":2}')).toEqual({ id: 2 })
  expect(one).toEqual({ id: 1 })
})

test('what is asked for again and again survives a flood, the flood does not', () => {
  const remembered = new Remembered()
  const favourite = kept(remembered, '{"id":"favourite"}')
  const first = kept(remembered, '{"id":"first"}')
  for (let round = 0; round < 5000; round++) {
    kept(remembered, JSON.stringify({ round, filling: 'x'.repeat(10_000) }))
    expect(remembered.parse('{"id":"favourite"}')).toBe(favourite)
  }
  expect(remembered.parse('{"id":"first"}')).not.toBe(first)
})

test('texts that differ in one place only are two records', () => {
  const remembered = new Remembered()
  const text = (place: number) => JSON.stringify(Array.from({ length: 1000 }, (_, index) => Number(index === place)))
  for (let place = 0; place < 1000; place++) expect(kept(remembered, text(place))).toEqual(JSON.parse(text(place)))
})
