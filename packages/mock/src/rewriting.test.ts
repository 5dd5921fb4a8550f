import { document, type OpenApiDocument } from '@jobs-api/contract'
import { expect, test } from 'vitest'
import { addressRewriter, exampleDecoder } from './rewriting.ts'

test.each([
  ['/api/v4/projects/1/jobs', '/projects/1/jobs'],
  ['/api/v4/projects/1/jobs?scope[]=a&scope%5b%5D=b&page=2', '/projects/1/jobs?scope=a&scope=b&page=2'],
  ['/api/v4/projects/1/jobs?ref=a[]=b', '/projects/1/jobs?ref=a[]=b'],
  ['/projects/1/jobs', undefined],
  ['/api/v40/projects/1/jobs', undefined],
])('%s is for Prism %s', (url, want) => {
  expect(addressRewriter(document)('GET', url)).toBe(want)
})

test('an example in base64 becomes its bytes, anything else stays', () => {
  const holder: OpenApiDocument = {
    openapi: '3.1.1',
    info: {},
    paths: {},
    components: { examples: { a: { 'x-encoding': 'base64', value: 'UEs=' } } },
  }
  const decode = exampleDecoder(holder)
  expect(decode(Buffer.from('UEs=')).toString()).toBe('PK')
  expect(decode(Buffer.from('UEs')).toString()).toBe('UEs')
})
