import { describe, expect, test } from 'vitest'
import { cursorAfter, keysetHeaders, pageHeaders, pageOf, readCursor } from './pagination.ts'

test.each([
  [{}, { number: 1, size: 20, offset: 0 }],
  [{ page: 3 }, { number: 3, size: 20, offset: 40 }],
  [
    { page: 2, per_page: 100 },
    { number: 2, size: 100, offset: 100 },
  ],
  [
    { page: 2, per_page: 101 },
    { number: 2, size: 100, offset: 100 },
  ],
  [
    { page: 2, per_page: 1 },
    { number: 2, size: 1, offset: 1 },
  ],
  [{ page: Number.POSITIVE_INFINITY }, { number: Number.MAX_SAFE_INTEGER, size: 20, offset: Number.MAX_SAFE_INTEGER }],
])('%o: %o', (query, wanted) => {
  expect(pageOf(query)).toEqual(wanted)
})

const address = new URL('http://a.example/api/v4/projects/1/jobs?scope[]=failed&page=2')
const links = (text: string | undefined) =>
  [...(text ?? '').matchAll(/page=(\d+)[^>]*>; rel="(\w+)"/g)].map(([, page, rel]) => `${rel} ${page}`)

describe('pages by number', () => {
  test.each([
    [
      'the first of many',
      1,
      { hasMore: true, total: 45 },
      ['next 2', 'first 1', 'last 3'],
      { 'X-Next-Page': '2', 'X-Prev-Page': '', 'X-Total': 45, 'X-Total-Pages': 3 },
    ],
    [
      'one in the middle',
      2,
      { hasMore: true, total: 45 },
      ['prev 1', 'next 3', 'first 1', 'last 3'],
      { 'X-Next-Page': '3', 'X-Prev-Page': '1' },
    ],
    ['the last', 3, { hasMore: false, total: 45 }, ['prev 2', 'first 1', 'last 3'], { 'X-Next-Page': '', 'X-Prev-Page': '2' }],
    ['the only one', 1, { hasMore: false, total: 3 }, ['first 1', 'last 1'], { 'X-Total-Pages': 1 }],
    ['an empty one', 1, { hasMore: false, total: 0 }, ['first 1', 'last 1'], { 'X-Total': 0, 'X-Total-Pages': 1 }],
    ['one that ends with the list', 1, { hasMore: false, total: 20 }, ['first 1', 'last 1'], { 'X-Total-Pages': 1 }],
    ['one of very many', 1, { hasMore: true, total: 10_000 }, ['next 2', 'first 1', 'last 500'], { 'X-Total': 10_000 }],
  ])('%s', (_, page, rows, wanted, headers) => {
    const found = pageHeaders(address, pageOf({ page }), rows)
    expect(links(found.Link)).toEqual(wanted)
    expect(found).toMatchObject({ 'X-Page': page, 'X-Per-Page': 20, ...headers })
  })

  test.each([{ hasMore: true }, { hasMore: true, total: 10_001 }])('without a total, for %o', (rows) => {
    const found = pageHeaders(address, pageOf({}), rows)
    expect(links(found.Link)).toEqual(['next 2', 'first 1'])
    expect(Object.keys(found)).toEqual(['Link', 'X-Page', 'X-Per-Page', 'X-Next-Page', 'X-Prev-Page'])
  })
})

test('links are spelt so that crude parsers understand them, and hold no credentials', () => {
  const target = new URL('http://a.example/x?ref=a,b;c&private_token=s&access_token=s&job_token=s&scope[]=failed')
  const { Link } = pageHeaders(target, pageOf({}), { hasMore: true })
  expect(Link.split(', ')[0]).toBe('<http://a.example/x?ref=a%2Cb%3Bc&scope%5B%5D=failed&page=2&per_page=20>; rel="next"')
  expect(target.searchParams.get('private_token'), 'the address itself is not touched').toBe('s')
})

describe('pages by cursor', () => {
  test('the next one is linked, without a number', () => {
    const { Link = '' } = keysetHeaders(address, 5, cursorAfter(8))
    const { searchParams } = new URL(/<(.*)>; rel="next"/.exec(Link)?.[1] ?? '')
    expect(Object.fromEntries(searchParams)).toEqual({ 'scope[]': 'failed', pagination: 'keyset', per_page: '5', cursor: cursorAfter(8) })
  })

  test('the last one says nothing', () => {
    expect(keysetHeaders(address, 5, undefined)).toEqual({})
  })

  test.each([1, 8, 123_456_789])('a cursor after %i is read again', (id) => {
    expect(readCursor(cursorAfter(id))).toBe(id)
    expect(cursorAfter(id)).toMatch(/^[\w-]+$/)
  })

  test.each(['', 'x', '8', btoa('{"id":8}'), btoa('{"id":"-8"}'), btoa('[]'), btoa('{"id":"8"} ')])('%s is none of ours', (cursor) => {
    expect(readCursor(cursor)).toBeUndefined()
  })
})
