import type { Answer, Operation } from './catalogue.ts'
import type { Question } from './question.ts'

/** An answer as somebody asks for it: by its status, by the name of its example, or by both. */
export interface Wanted {
  readonly status: number | undefined
  readonly name: string | undefined
}

/**
 * What a request asks for by name: `Prefer: code=404, example=NAME`, `?__code=404&__example=NAME`, a token `mock-404-NAME`, or
 * a project `mock/404-NAME`. Of token and project either part may be left out.
 */
export function wantedBy({ headers, query, token }: Question, project: string | undefined): Wanted | undefined {
  const { __code, __example } = query
  return (
    named(preference(headers['prefer'], 'code'), preference(headers['prefer'], 'example')) ??
    named(textOf(__code), textOf(__example)) ??
    magic(token, /^mock-(.+)$/) ??
    magic(project, /^mock\/(.+)$/)
  )
}

/** True for what asks by header or query: it wants this answer or none. A token or a project may lead to operations that have no such answer. */
export const insists = ({ headers, query }: Question): boolean =>
  preference(headers['prefer'], 'code') !== undefined ||
  preference(headers['prefer'], 'example') !== undefined ||
  query['__code'] !== undefined ||
  query['__example'] !== undefined

export function find({ answers }: Operation, { status, name }: Wanted): Answer | undefined {
  return answers.find((answer) => (status === undefined || answer.status === status) && (name === undefined || answer.name === name))
}

const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value)

/** RFC 7240: several headers are one, values may be quoted, and what is not understood is passed over. */
function preference(header: string | undefined, name: string): string | undefined {
  return new RegExp(`(?:^|[\\s,;])${name}\\s*=\\s*"?([\\w.-]+)"?`, 'i').exec(header ?? '')?.[1]
}

function named(code: string | undefined, name: string | undefined): Wanted | undefined {
  if (code === undefined && name === undefined) return undefined
  return { status: code === undefined ? undefined : Number(code), name }
}

function magic(text: string | undefined, pattern: RegExp): Wanted | undefined {
  const [, code, name] = /^(?:(\d{3})(?:-|$))?(\w+)?$/.exec(pattern.exec(text ?? '')?.[1] ?? '') ?? []
  return named(code, name)
}
