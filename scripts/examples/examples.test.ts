import { document, neighboursDocument } from '@jobs-api/contract'
import { afterAll, expect, test } from 'vitest'
import { bodyExamplesOf, examplesOf } from './example.ts'
import { bodyAsWritten, Stage } from './execute.ts'

// Every example of the contract is executed, for every operation that refers to it, and answers exactly what it says.

const stage = new Stage()
afterAll(() => stage.close())

const examples = [document, neighboursDocument]
  .flatMap(examplesOf)
  .map((example) => [`${example.operationId} ${example.status} ${example.name}`, example] as const)

test.each(examples)('%s', async (_, example) => {
  const answer = await stage.execute(example)
  const said = { status: example.status, mediaType: example.mediaType, headers: example.headers, body: example.value }
  const headers = Object.fromEntries(Object.keys(example.headers).map((name) => [name, answer.headers[name.toLowerCase()]]))
  expect({ status: answer.status, mediaType: answer.headers['content-type'], headers, body: bodyAsWritten(example, answer) }).toEqual(said)
  if (example.mediaType === 'application/json') expect(answer.body.toString()).toBe(JSON.stringify(example.value))
})

test.each(bodyExamplesOf(document).map((example) => [`${example.operationId} takes ${example.name}`, example] as const))(
  '%s',
  async (_, example) => {
    const { status } = await stage.execute(example)
    expect(status).toBe(example.success)
  },
)

test('there is an example of every answer that has a body', () => {
  expect(examples.length).toBeGreaterThan(250)
})
