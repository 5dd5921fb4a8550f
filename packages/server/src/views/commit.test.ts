import { expect, test } from 'vitest'
import type { Commit } from '../storage/records.ts'
import { commit, project } from '../storage/sample-records.suite.ts'
import { commitView } from './commit.ts'

const frame = { externalUrl: 'https://ci.example.com' }
const view = (changes: Partial<Commit>) => commitView({ ...commit, ...changes }, project, frame)

test('a commit has its moment with its own offset, three times', () => {
  const { created_at, authored_date, committed_date } = view({ committedAt: Date.UTC(2026, 10, 20, 8), offset: 60 })
  expect([created_at, authored_date, committed_date]).toEqual(Array(3).fill('2026-11-20T09:00:00.000+01:00'))
})

test('whoever put a change into the history is shown beside whoever wrote it, and when', () => {
  const shown = view({ committer: { name: 'Bot', email: 'bot@example.com' }, authored: { at: Date.UTC(2026, 10, 19), offset: -60 } })
  expect(shown).toMatchObject({ author_name: 'Ada', committer_name: 'Bot', committer_email: 'bot@example.com' })
  expect([shown.authored_date, shown.committed_date]).toEqual(['2026-11-18T23:00:00.000-01:00', '1970-01-01T00:00:00.000+00:00'])
})

test('a commit is named by its hash, short and long, and by the first line of its message', () => {
  expect(view({ sha: '0123456789abcdef0123456789abcdef01234567', message: 'Title\n\nBody' })).toMatchObject({
    ...{ id: '0123456789abcdef0123456789abcdef01234567', short_id: '01234567', title: 'Title', message: 'Title\n\nBody' },
    web_url: 'https://ci.example.com/team/app/-/commit/0123456789abcdef0123456789abcdef01234567',
  })
})

test.each([
  ['none', 'Title', {}],
  ['none in a title that looks like one', 'Fixes: the leak', {}],
  ['one', 'Title\n\nSigned-off-by: Ada <ada@example.com>', { 'Signed-off-by': ['Ada <ada@example.com>'] }],
  ['several, some twice', 'Title\n\nBody\n\nA: 1\nB: 2\nA: 3\n', { A: ['1', '3'], B: ['2'] }],
  ['only those of the last paragraph', 'Title\n\nA: 1\n\nB: 2', { B: ['2'] }],
  ['none in prose', 'Title\n\nThis is: not one\nnor https://example.com', {}],
  ['a colon in the value', 'Title\n\nLink: https://example.com/1', { Link: ['https://example.com/1'] }],
  ['names that objects have already', 'Title\n\nconstructor: 1\n__proto__: 2', { constructor: ['1'] }],
])('trailers: %s', (_, message, wanted) => {
  const { trailers, extended_trailers } = view({ message })
  expect(extended_trailers).toEqual(wanted)
  expect(trailers).toEqual(Object.fromEntries(Object.entries(wanted).map(([name, values]) => [name, (values as string[]).at(-1)])))
})
