import { expect, test } from 'vitest'
import { help, readOptions } from './options.ts'

test('without arguments it is the mock of today on its usual port', () => {
  expect(readOptions([])).toEqual({
    command: 'mock',
    ...{ port: 4010, host: '127.0.0.1', edition: 'current', document: undefined, delay: { from: 0, to: 0 } },
  })
})

test('every option that it takes stands in its help', () => {
  for (const option of ['--port', '--host', '--edition', '--document', '--delay', '--view', '--help']) expect(help).toContain(`${option} `)
})

test.each([
  ['300', { from: 300, to: 300 }],
  ['100-900', { from: 100, to: 900 }],
])('--delay %s', (text, delay) => {
  expect(readOptions(['--delay', text])).toMatchObject({ delay })
})

test.each([
  [['--port', '70000'], '--port 70000 is no port'],
  [['--port', '-1'], "'--port' argument is ambiguous"],
  [['--edition', '9.5'], '--edition 9.5 is none of 10.7, 11.x, 12.8, 13.2, 17.x, current'],
  [['--delay', '900-100'], '--delay 900-100 is no time'],
  [['--delay', 'long'], '--delay long is no time'],
  [['--wait'], "Unknown option '--wait'"],
  [['somewhere'], "Unexpected argument 'somewhere'"],
])('%j: %s', (args, complaint) => {
  expect(() => readOptions(args)).toThrow(complaint)
})
