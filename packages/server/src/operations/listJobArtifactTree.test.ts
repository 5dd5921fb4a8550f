import { describe, expect, test } from 'vitest'
import { demoWorld } from '../demo-world.suite.ts'

const { ask, clock } = demoWorld()

const tree = (id: number, query = '', as: string | null = 'dana') => ask(`GET /projects/1/jobs/${id}/artifacts/tree${query}`, { as })
const paths = async (query: string) => ((await tree(42, query)).json as { path: string }[]).map(({ path }) => path).join(' ')

describe('what is listed', () => {
  test.each([
    ['', 'dist/ LICENSE package.json'],
    ['?path=', 'dist/ LICENSE package.json'],
    ['?path=dist', 'dist/icons/ dist/webshop.css dist/webshop.js'],
    ['?path=dist/', 'dist/icons/ dist/webshop.css dist/webshop.js'],
    ['?path=dist%2Ficons', ''],
    ['?recursive=true', 'LICENSE dist/ dist/icons/ dist/webshop.css dist/webshop.js package.json'],
    ['?recursive=True&path=dist', 'dist/icons/ dist/webshop.css dist/webshop.js'],
    ['?recursive=false&path=dist', 'dist/icons/ dist/webshop.css dist/webshop.js'],
    ['?per_page=2', 'dist/ LICENSE'],
    ['?per_page=2&page=2', 'package.json'],
    ['?per_page=2&page=3', ''],
  ])('%s: %s', async (query, wanted) => {
    expect(await paths(query)).toBe(wanted)
  })

  test('a file has a size, a directory has none', async () => {
    expect((await tree(42)).json).toEqual([
      { name: 'dist', path: 'dist/', type: 'directory', mode: null },
      { name: 'LICENSE', path: 'LICENSE', type: 'file', size: 31, mode: '100644' },
      { name: 'package.json', path: 'package.json', type: 'file', size: 43, mode: '100644' },
    ])
  })

  test('every path of a file can be fetched', async () => {
    const rows = (await tree(42, '?recursive=true')).json as { path: string; type: string; size: number }[]
    for (const { path, size } of rows.filter(({ type }) => type === 'file'))
      expect((await ask(`GET /projects/1/jobs/42/artifacts/${path}`)).bytes.length).toBe(size)
  })
})

describe('pages', () => {
  test('say how many there are, and keep what was asked for', async () => {
    const { headers } = await tree(42, '?recursive=true&per_page=4')
    expect(headers).toMatchObject({ 'x-total': '6', 'x-total-pages': '2', 'x-page': '1', 'x-next-page': '2' })
    expect(headers.link).toContain('tree?recursive=true&per_page=4&page=2>; rel="next"')
  })

  test('keyset is not known here', async () => {
    expect((await tree(42, '?pagination=keyset')).headers['x-page']).toBe('1')
  })
})

describe('what is missing is said, in this order', () => {
  test.each([
    [37, '', '404 Artifacts Not Found'],
    [31, '', '404 Artifacts Not Found'],
    [33, '?path=nothing', '404 Artifacts Not Found'],
    [41, '?path=nothing', '404 Artifacts metadata Not Found'],
    [42, '?path=nothing', '404 Path Not Found'],
    [42, '?path=LICENSE', '404 Path Not Found'],
    [42, '?path=dis', '404 Path Not Found'],
    [42, '?path=/', '404 Path Not Found'],
    [42, '?path=dist/..', '404 Path Not Found'],
    [42, '?path=DIST', '404 Path Not Found'],
    [42, '?path=%25', '404 Path Not Found'],
    [42, '?path=%00', '404 Path Not Found'],
  ])('job %i%s: %s', async (id, query, message) => {
    expect((await tree(id, query)).refusal).toEqual([404, { message }])
  })

  test('an archive that has expired meanwhile', async () => {
    clock.now += 31 * 86_400_000
    expect((await tree(8)).refusal).toEqual([404, { message: '404 Artifacts Not Found' }])
  })
})

test.each([
  ['gus', 42, 200],
  ['sam', 42, 404],
  ['dana', 35, 403],
  ['mia', 35, 200],
  ['olga', 36, 403],
  ['webshop-job', 42, 200],
  ['vault-job', 42, 403],
  [null, 42, 404],
])('%s, job %i: %i', async (as, id, status) => {
  expect((await tree(id, '', as)).status).toBe(status)
})
