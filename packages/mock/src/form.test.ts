import { expect, test } from 'vitest'
import { parseForm } from './form.ts'

test.each([
  ['force=true', { force: 'true' }],
  ['job_inputs[region]=eu-south', { job_inputs: { region: 'eu-south' } }],
  ['a[]=1&a[]=2', { a: ['1', '2'] }],
  ['a[0][key]=A&a[0][value]=1&a[1][key]=B', { a: [{ key: 'A', value: '1' }, { key: 'B' }] }],
  [
    'a[][key]=A&a[][value]=1&a[][key]=B&a[][value]=2',
    {
      a: [
        { key: 'A', value: '1' },
        { key: 'B', value: '2' },
      ],
    },
  ],
  ['a%5B%5D%5Bkey%5D=A%20B+C', { a: [{ key: 'A B C' }] }],
  ['a[__proto__][x]=1', {}],
  [`${'a'}${'[b]'.repeat(40)}=1`, expect.anything()],
])('%s', (text, value) => {
  expect(parseForm(text)).toEqual(value)
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})
