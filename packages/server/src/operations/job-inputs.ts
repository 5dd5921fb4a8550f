import type { InputDeclaration, InputType, InputValue, Job } from '../storage/records.ts'

/**
 * The inputs that a job gets: those it had, and the given ones; what equals the default is left to the default. Or the
 * refusal that names what is wrong. A job that declares none takes anything and heeds nothing. Fact `retry-inputs-none-declared`.
 */
export function inputsFor(job: Job, given: Readonly<Record<string, InputValue>>) {
  const declared = Object.keys(job.inputs)
  if (declared.length === 0) return { values: job.inputValues }
  const unknown = Object.keys(given).filter((name) => !declared.includes(name))
  if (unknown.length > 0) return badRequest(`Unknown input${unknown.length > 1 ? 's' : ''}: ${unknown.join(', ')}`)
  const errors = Object.entries(given).flatMap(([name, value]) => inputErrors(name, value, job.inputs[name]))
  if (errors.length > 0) return badRequest(errors.join(', '))
  const values = Object.entries({ ...job.inputValues, ...given })
  return { values: Object.fromEntries(values.filter(([name, value]) => !same(value, job.inputs[name]?.default))) }
}

function badRequest(reason: string) {
  return { refusal: { status: 400 as const, body: { message: `400 Bad request - ${reason}` } } }
}

function inputErrors(name: string, value: InputValue, declaration: InputDeclaration | undefined): string[] {
  if (declaration === undefined) return []
  if (typeOf(value) !== declaration.type) return [`\`${name}\` input: provided value is not a ${declaration.type}`]
  const { options } = declaration
  if (options !== undefined && !options.some((option) => same(option, value)))
    return [`\`${name}\` input: \`${String(value)}\` cannot be used because it is not in the list of allowed options`]
  return []
}

function typeOf(value: InputValue): InputType {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return typeof value as InputType
  return 'array'
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
