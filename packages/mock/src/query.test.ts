import { expect, test } from 'vitest'
import { parseQuery, spelled } from './query.ts'

test.each([
  ['scope=failed', { scope: 'failed' }],
  ['scope[]=failed&scope[]=success', { scope: ['failed', 'success'] }],
  ['scope%5B%5D=failed', { scope: ['failed'] }],
  ['scope[0]=failed&scope[x]=success', { scope: ['failed', 'success'] }],
  ['scope=', { scope: '' }],
  ['page=&ref=', {}],
  ['page=1&page=2', { page: '2' }],
  ['ref=a[]b', { ref: 'a[]b' }],
  ['__proto__=1', JSON.parse('{"__proto__":"1"}')],
])('%s', (text, query) => {
  expect({ ...parseQuery(text) }).toEqual(query)
  expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
})

test('what Prism sees: lists, booleans in one spelling, and only what Ruby takes for numbers', () => {
  const parameters = [
    { name: 'scope', in: 'query', type: 'string', isMultiSegment: false },
    { name: 'scope[]', in: 'query', type: 'array', isMultiSegment: false },
    { name: 'force', in: 'query', type: 'boolean', isMultiSegment: false },
    { name: 'page', in: 'query', type: 'integer', isMultiSegment: false },
  ]
  const read = (text: string) => spelled(parseQuery(text), parameters)
  expect(read('scope=')).toEqual({ scope: [''] })
  for (const yes of ['true', 'True', '1', 't', 'on', 'yes']) expect(read(`force=${yes}`)).toEqual({ force: 'true' })
  for (const no of ['false', 'FALSE', '0', 'f', 'off', 'no']) expect(read(`force=${no}`)).toEqual({ force: 'false' })
  expect(read('force=perhaps')).toEqual({ force: 'perhaps' })
  expect(read('page=+7')).toEqual({ page: ' 7' })
  for (const text of ['0x10', '1e3', '1.0']) expect(read(`page=${text}`)).toEqual({ page: 'not a number' })
})
