import { afterEach, expect, test, vi } from 'vitest'
import { rows } from './rows/index.ts'
import { scorecard } from './scorecard.ts'

afterEach(() => vi.restoreAllMocks())

/** The exit code, what is printed, and what is told beside it. */
async function run(...args: string[]): Promise<{ code: number; printed: string; told: string }> {
  const print = vi.spyOn(console, 'log').mockReturnValue()
  const tell = vi.spyOn(console, 'error').mockReturnValue()
  const code = await scorecard(args)
  const [printed, told] = [print, tell].map(({ mock }) => mock.calls.flat().join('\n'))
  return { code, printed: printed ?? '', told: told ?? '' }
}

/** A client program that answers any task with the same. */
const answering = (reply: object) => {
  const lines = 'require("node:readline").createInterface({ input: process.stdin })'
  return [
    'node',
    '--eval',
    `${lines}.on("line", (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, ...${JSON.stringify(reply)} })))`,
  ]
}
const one = ['--only', 'logs.empty']

test('no two rows have the same name', () => expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length))

test.each([
  [['--help'], 'THE PROGRAM reads tasks'],
  [['--list'], rows.at(-1)?.measured],
])('%s tells, and tries nothing', async (args, text) => {
  expect(await run(...args)).toMatchObject({ code: 0, printed: expect.stringContaining(text ?? 'a row'), told: '' })
})

test.each([
  [[], 'name a program'],
  [['--only', 'weather', '--', 'node'], '--only weather fits no row'],
  [['--report', 'pdf', '--', 'node'], 'there is no report pdf'],
  [['--pause', 'long', '--', 'node'], '--pause takes a whole number'],
  [['--write', '--', 'node'], '--write goes with all rows'],
  [['--loud'], 'loud'],
])('%s is refused', async (args, why) => {
  expect(await run(...args)).toMatchObject({ code: 2, printed: '', told: expect.stringContaining(why) })
})

test('a client without a bad row passes', async () => {
  const { code, printed, told } = await run(...one, '--', ...answering({ value: '' }))
  expect([code, printed]).toEqual([0, expect.stringMatching(/: 1 good\n {2}✓ logs\.empty +""$/)])
  expect(told).toContain('✓ logs.empty')
})

test('a client with a bad row does not, and other programs can read why', async () => {
  const { code, printed } = await run(...one, '--report', 'json', '--', ...answering({ value: null }))
  expect(code).toBe(1)
  expect(JSON.parse(printed)).toMatchObject([{ findings: [{ id: 'logs.empty', verdict: 'bad', figure: 'handed out null' }] }])
})

test('what is not offered is no harm', async () => {
  const { code, printed } = await run(...one, '--report', 'markdown', '--', ...answering({ not_offered: 'a | b' }))
  expect([code, printed]).toEqual([0, expect.stringContaining('| An empty log is an empty text `logs.empty` | – a \\| b |')])
})
