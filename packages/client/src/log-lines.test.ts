import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from './log-lines.ts'
import { sectionsOf } from './log-sections.ts'
import { streamOf } from './scripted-logs.suite.ts'

const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const seen: Item[] = []
  for await (const item of items) seen.push(item)
  return seen
}

const lines = (text: string, chunk = 1) => all(linesOf(streamOf(bytes(text), chunk)))
const sections = (text: string, chunk = 1) => all(sectionsOf(streamOf(bytes(text), chunk)))

describe('lines', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\r\n\r\nb\n', ['a', '', 'b']],
    ['10%\r50%\r100%\nready', ['10%\r50%\r100%', 'ready']],
    ['\u001b[0;32mgrün\u001b[0;m 🚢\n', ['\u001b[0;32mgrün\u001b[0;m 🚢']],
  ])('%j', async (text, expected) => {
    for (const chunk of [1, 2, 3, 100]) expect(await lines(text, chunk)).toEqual(expected)
  })

  test('bytes that are no UTF-8, and half a character at the end', async () => {
    const log = new Uint8Array([0xff, 0x61, 0x0a, 0xf0, 0x9f])
    expect(await all(linesOf(streamOf(log, 1)))).toEqual(['\ufffda', '\ufffd'])
  })

  test('are the same wherever chunks end', async () => {
    const text = fc.array(fc.constantFrom('\n', '\r', '\r\n', 'é', '🚢', 'a', '\u001b[0K')).map((parts) => parts.join(''))
    const holds = async (log: string, chunk: number) => {
      const expected = log.split('\n').map((line) => line.replace(/\r$/, ''))
      if (expected.at(-1) === '') expected.pop()
      expect(await lines(log, chunk)).toEqual(expected)
    }
    await fc.assert(fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), holds), { seed: 20260101 })
  })
})

describe('sections', () => {
  const start = (name: string, at: number, options = '') => `\u001b[0Ksection_start:${at}:${name}${options}\r\u001b[0K`
  const end = (name: string, at: number) => `\u001b[0Ksection_end:${at}:${name}\r\u001b[0K`
  const at = (seconds: number) => new Date(seconds * 1000)

  test('with options, a header and lines; what stands in none is left out', async () => {
    const log = `before\n${start('build', 10, '[collapsed=true,hide_duration=true]')}\u001b[1mBuild\u001b[0;m\r\n$ make\n\nready\n${end('build', 12)}\nafter\n`
    const build = { name: 'build', header: '\u001b[1mBuild\u001b[0;m', startedAt: at(10), endedAt: at(12), lines: ['$ make', '', 'ready'] }
    for (const chunk of [1, 5, 1000]) expect(await sections(log, chunk)).toEqual([build])
  })

  test('one behind another on one line, and one within another', async () => {
    const log = `${start('a', 1)}A\n1\n${end('a', 2)}${start('b', 2)}B\n2\n${start('c', 3)}C\n3\n${end('c', 4)}\n4\n${end('b', 5)}`
    const seen = (await sections(log)).map(({ name, header, lines }) => [name, header, lines])
    expect(seen).toEqual([
      ['a', 'A', ['1']],
      ['c', 'C', ['3']],
      ['b', 'B', ['2', '4']],
    ])
  })

  test('that the log does not end, and an end without a start', async () => {
    const log = `${end('x', 1)}${start('a', 1)}A\n${start('b', 2)}B\n${end('a', 3)}\n${start('c', 4)}C\nhalf`
    const seen = (await sections(log)).map(({ name, endedAt, lines }) => [name, endedAt, lines])
    expect(seen).toEqual([
      ['b', at(3), []],
      ['a', at(3), []],
      ['c', undefined, ['half']],
    ])
  })
})
