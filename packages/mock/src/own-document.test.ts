import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileSource, startMock } from './index.ts'

// A document that is not the contract, and knows nothing of its extensions.

const document = `
openapi: 3.1.1
info: { title: Of somebody else, version: '1' }
paths:
  /ponies/{name}:
    get:
      operationId: getPony
      parameters: [{ name: name, in: path, required: true, schema: { type: string, minLength: 3 } }]
      responses:
        '200':
          description: A pony.
          content: { application/json: { schema: { $ref: schemas.yaml#/Pony } } }
        '404':
          description: None.
          content: { application/json: { example: { message: gone } } }
components: {}
`
const schemas = 'Pony: { type: object, required: [legs], properties: { legs: { type: integer, minimum: 4, maximum: 4 } } }\n'

test('what has no examples is made up from its schema', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-mock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'ponies.yaml'), document)
  await writeFile(join(folder, 'schemas.yaml'), schemas)
  const mock = await startMock({ source: fileSource(join(folder, 'ponies.yaml')) })
  onTestFinished(() => mock.stop())
  const ask = async (path: string) => {
    const answer = await fetch(mock.url + path)
    return [answer.status, await answer.json()]
  }
  expect(await ask('/ponies/Daisy')).toEqual([200, { legs: 4 }])
  expect(await ask('/ponies/Daisy?__code=404')).toEqual([404, { message: 'gone' }])
  expect(await ask('/ponies/x')).toEqual([400, { error: 'name does not have a valid value' }])
  expect(await ask('/cows/Daisy')).toEqual([404, { error: '404 Not Found' }])
})
