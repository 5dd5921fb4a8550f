import { expect, test } from 'vitest'
import { stretchOf } from './range.ts'

test.each([
  [undefined, 10, undefined],
  ['bytes=0-3', 10, { start: 0, end: 4 }],
  ['bytes=4-', 10, { start: 4, end: 10 }],
  ['bytes=9-9', 10, { start: 9, end: 10 }],
  ['bytes=5-100', 10, { start: 5, end: 10 }],
  ['bytes=0-', 10, { start: 0, end: 10 }],
  ['bytes=-3', 10, { start: 7, end: 10 }],
  ['bytes=-100', 10, { start: 0, end: 10 }],
  ['Bytes=0-3', 10, { start: 0, end: 4 }],
  [' bytes=0-3 ', 10, { start: 0, end: 4 }],
  ['bytes=10-', 10, 'beyond'],
  ['bytes=10-20', 10, 'beyond'],
  ['bytes=99999999999999999999-', 10, 'beyond'],
  ['bytes=-0', 10, 'beyond'],
  ['bytes=0-', 0, 'beyond'],
  ['bytes=-5', 0, undefined],
  ['bytes=0-1,3-4', 10, undefined],
  ['bytes=0-1,1-4', 10, undefined],
  ['bytes=5-2', 10, undefined],
  ['bytes=-', 10, undefined],
  ['bytes=a-b', 10, undefined],
  ['bytes=1', 10, undefined],
  ['bytes 0-3', 10, undefined],
  ['lines=0-3', 10, undefined],
  ['', 10, undefined],
] as const)('%s of %i bytes: %o', (header, size, wanted) => {
  expect(stretchOf(header, size)).toEqual(wanted)
})
