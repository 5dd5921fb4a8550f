import { type ControlId, sandboxControls, sandboxDocument } from '@jobs-api/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect } from 'vitest'

const checker = new Ajv2020({ strict: false })
formats.default(checker)
checker.addSchema(sandboxDocument, 'sandbox')

/** Fails unless the contract of the sandbox knows this answer to this control. */
export function expectDescribed(id: ControlId, { status, body }: { status: number; body: unknown }): void {
  const { path, method } = sandboxControls[id]
  const responses = Object(sandboxDocument.paths[path]?.[method])['responses']
  const { $ref } = Object(responses[status])
  const holder = $ref ?? `#/paths/${escaped(path)}/${method}/responses/${status}`
  const validate = checker.getSchema(`sandbox${holder}/content/${escaped('application/json')}/schema`)
  if (validate === undefined) throw new Error(`${id} does not document ${status}`)
  expect(validate(body), `${id} ${status}: ${checker.errorsText(validate.errors)}`).toBe(true)
}

const escaped = (step: string) => encodeURIComponent(step.replaceAll('/', '~1'))
