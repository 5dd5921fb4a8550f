/** The files of a new operation, by path. Each of them fails with a sentence that says what is to be written. */
export function filesOf(id: string): Readonly<Record<string, string>> {
  return {
    [`openapi/operations/${id}.yaml`]: contract(id),
    [`openapi/examples/${id}/todo.yaml`]: example,
    [`packages/server/src/operations/${id}.ts`]: handler(id),
    [`packages/server/src/operations/${id}.test.ts`]: handlerTest(id),
    [`packages/conformance/src/cases/${id}.ts`]: cases(id),
  }
}

const contract = (id: string) => `operationId: ${id}
tags: [Jobs]
summary: TODO
description: |
  TODO Say what it does, **who may**, in which states, and what can go wrong; retryJob.yaml shows how.
parameters:
  - $ref: ../parameters/ProjectId.yaml
  - $ref: ../parameters/JobId.yaml
security:
  - personalToken: []
  - personalTokenQuery: []
  - bearerToken: []
  - oauthTokenQuery: []
x-ability: TODO
x-repeatable: false
x-since: '19.1'
x-evidence: [TODO]
responses:
  '200':
    description: TODO
    headers:
      X-Request-Id: { $ref: ../headers/X-Request-Id.yaml }
    content:
      application/json:
        schema: { $ref: ../schemas/Job.yaml }
        examples:
          todo: { $ref: ../examples/${id}/todo.yaml }
    x-since: '19.1'
    x-evidence: [TODO]
  '401': { $ref: ../responses/Unauthorized.yaml }
  '404': { $ref: ../responses/JobNotFound.yaml }
  '429': { $ref: ../responses/TooManyRequests.yaml }
  '500': { $ref: ../responses/InternalServerError.yaml }
`

const example = `summary: TODO Name it after what is special about it, and rename the file
x-request: { parameters: { id: 1, job_id: 8 } }
value: {}
`

const handler = (id: string) => `import type { Operation } from './operation.ts'

// @TODO Answer as openapi/operations/${id}.yaml says.
export const ${id}: Operation<'${id}'> = async () => {
  throw new Error('${id} is not written yet: packages/server/src/operations/${id}.ts')
}
`

const handlerTest = (id: string) => `import { expect, test } from 'vitest'

test('${id}', () => {
  expect.fail('${id} has no test yet: packages/server/src/operations/${id}.test.ts')
})
`

const cases = (id: string) => `import { type Check, check } from '../check.ts'
import { Untestable } from '../outcomes.ts'

export const ${id}: readonly Check[] = [
  check('${id}.todo', 'must', 'job-id', 'TODO Say what any implementation does.', async () => {
    throw new Untestable('a check to be written: packages/conformance/src/cases/${id}.ts')
  }),
]
`

/** What the program cannot do by itself, in the order in which it is done. */
export const nextSteps = (id: string) => `Next, in this order:

  1. Describe it in openapi/operations/${id}.yaml, and give it a line under \`paths\` of openapi/openapi.yaml:
       post: { $ref: operations/${id}.yaml }
  2. npm run generate
  3. Add ${id} to packages/server/src/operations/index.ts and packages/conformance/src/cases/index.ts;
     \`npm test -- types\` finds the places.
  4. Write the handler, its test and the cases, each in the file that bears the name.
  5. Give the example its name and its request, and fill it: npm run examples -- --record ${id}
  6. npm test
`
