import { expect, test } from 'vitest'
import { document, editionDocument, editionNames, resolve } from './documents.ts'

test('the current document is the bundle', () => {
  expect(document.info).toMatchObject({ title: 'Jobs API' })
  expect(Object.keys(document.paths)).toContain('/projects/{id}/jobs/{job_id}/retry')
})

test.each(editionNames)('edition %s can be loaded', async (edition) => {
  expect((await editionDocument(edition)).paths).toHaveProperty(['/projects/{id}/jobs'])
})

test('the current edition is the document itself', async () => {
  expect(await editionDocument('current')).toBe(document)
})

test('references are followed to their end', () => {
  const operation = resolve(document, { $ref: '#/paths/~1projects~1{id}~1jobs~1{job_id}~1retry/post' })
  expect(operation).toMatchObject({ operationId: 'retryJob' })
  expect(() => resolve(document, { $ref: '#/components/schemas/Nothing' })).toThrow('expected an object')
})
