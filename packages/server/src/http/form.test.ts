import { expect, test } from 'vitest'
import { parseForm } from './form.ts'

test.each([
  ['', {}],
  ['force=true', { force: 'true' }],
  ['a=1&a=2', { a: '2' }],
  ['a=', { a: '' }],
  ['a+b=%C3%BC%26', { 'a b': 'ü&' }],
  ['inputs[region]=eu&inputs[attempts]=3', { inputs: { region: 'eu', attempts: '3' } }],
  ['inputs%5Bregion%5D=eu', { inputs: { region: 'eu' } }],
  ['inputs[regions][]=eu&inputs[regions][]=us', { inputs: { regions: ['eu', 'us'] } }],
  ['a[]=1&a[]=2', { a: ['1', '2'] }],
  ['a[0]=1&a[1]=2', { a: ['1', '2'] }],
  ['a[1]=late&a[0]=early', { a: ['early', 'late'] }],
  ['v[][key]=A&v[][value]=1', { v: [{ key: 'A', value: '1' }] }],
  [
    'v[][key]=A&v[][value]=1&v[][key]=B&v[][value]=2',
    {
      v: [
        { key: 'A', value: '1' },
        { key: 'B', value: '2' },
      ],
    },
  ],
  ['v[][value]=1&v[][key]=A&v[][value]=2', { v: [{ value: '1', key: 'A' }, { value: '2' }] }],
  ['v[][a][b]=1&v[][a][c]=2&v[][a][b]=3', { v: [{ a: { b: '1', c: '2' } }, { a: { b: '3' } }] }],
  ['v[0][key]=A&v[0][value]=1&v[1][key]=B', { v: [{ key: 'A', value: '1' }, { key: 'B' }] }],
  ['a=1&a[b]=2', { a: { b: '2' } }],
  ['a[b]=1&a=2', { a: '2' }],
  ['a[b=1', { 'a[b': '1' }],
  ['[a]=1', { '[a]': '1' }],
])('%s: %o', (text, wanted) => {
  expect(JSON.parse(JSON.stringify(parseForm(text)))).toEqual(wanted)
})

test('names that objects have already are names like others', () => {
  const form = parseForm('__proto__[polluted]=1&constructor[prototype][polluted]=1&a[__proto__]=2')
  expect(Object.keys(form)).toEqual(['__proto__', 'constructor', 'a'])
  expect('polluted' in {}).toBe(false)
})

test('a name that is deeper than any honest one is passed over', () => {
  expect(Object.keys(parseForm(`a${'[b]'.repeat(200_000)}=1&c=2`))).toEqual(['c'])
})
