import type { OperationId } from '@jobs-api/contract'
import type { AnswerProblem } from './errors.ts'
import { definitions, operations } from './generated/answers.ts'
import type { Validate } from './types.ts'

export type { AnswerProblem, Validate }

/** Whether a value is right; if it is not, `errors` says why. Ajv makes such functions. */
export interface Check {
  (value: unknown): unknown
  errors?: readonly CheckError[] | null
}

export interface CheckError {
  readonly keyword: string
  /** A JSON Pointer (RFC 6901). */
  readonly instancePath: string
  readonly message?: string
}

/** What is needed of an Ajv 8: `new Ajv()`, with or without `ajv-formats`. */
export interface SchemaCompiler {
  readonly formats: Readonly<Record<string, unknown>>
  compile(schema: object): Check
}

/**
 * Holds each answer that is JSON against the contract of `current`: `createJobsClient({ ..., validate: validateAnswers({ ajv }) })`.
 * A call whose answer is wrong rejects with a `JobsApiError` of kind `invalid_answer`. Members and values of open lists that
 * the contract does not know are no fault.
 *
 * Schemas are compiled when they are first needed. Formats are looked at as far as `ajv` knows them. Where code must not be
 * made at run time, give `checks` that were compiled before, from `answerSchema`; operations without one are not looked at.
 */
export function validateAnswers(by: { ajv: SchemaCompiler } | { checks: Readonly<Partial<Record<OperationId, Check>>> }): Validate {
  const checks = new Map<OperationId, Check | undefined>()
  const checkOf = (id: OperationId) => {
    if ('checks' in by) return by.checks[id]
    if (!checks.has(id)) checks.set(id, compiled(by.ajv, id))
    return checks.get(id)
  }
  return (operationId, value, hide) => {
    const check = checkOf(operationId)
    return check === undefined || check(value) === true ? [] : problemsOf(check.errors ?? [], (path) => shown(valueAt(value, path), hide))
  }
}

/** The schema (JSON Schema 2020-12) of what an operation answers, complete in itself. `undefined` if that is no JSON. */
export function answerSchema(operationId: OperationId): object | undefined {
  const schema = operations[operationId]
  return schema && { ...schema, $defs: definitions }
}

function compiled(ajv: SchemaCompiler, operationId: OperationId): Check | undefined {
  const schema = answerSchema(operationId)
  const text = JSON.stringify(schema, (name, value) => {
    const isUnknown = name === 'format' && typeof value === 'string' && !(value in ajv.formats)
    return isUnknown ? undefined : value
  })
  return schema && ajv.compile(JSON.parse(text))
}

/** The deepest first: where one of several forms must fit, that is the one which nearly did. */
function problemsOf(errors: readonly CheckError[], received: (path: string) => string): AnswerProblem[] {
  const telling = errors.filter(({ keyword }) => !/^(oneOf|anyOf|if)$/.test(keyword))
  const said = [telling, errors, [{ instancePath: '', keyword: 'must be right' }]].find(({ length }) => length > 0) ?? []
  return said
    .map(({ instancePath: path, keyword, message = keyword }: CheckError) => ({ path, expected: message, received: received(path) }))
    .sort((one, other) => depth(other) - depth(one))
}

const depth = ({ path }: AnswerProblem) => path.split('/').length

function valueAt(answer: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1)
  return names.reduce<unknown>((value, name) => Object(value)[name.replaceAll('~1', '/').replaceAll('~0', '~')], answer)
}

function shown(value: unknown, hide: (text: string) => string): string {
  const text = hide(JSON.stringify(value) ?? 'nothing')
  return text.length > 80 ? `${text.slice(0, 80)}...` : text
}
