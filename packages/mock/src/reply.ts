import { randomUUID } from 'node:crypto'
import type { Answer, Operation } from './catalogue.ts'
import type { Knowledge } from './knowledge.ts'
import type { PrismRequest } from './prism.ts'
import type { Question } from './question.ts'

/** What is sent back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
}

/** Says which answer of the contract it is: `getJob 404 foreign_job`. */
export const label = 'X-Mock-Answer'

const labelOf = ({ operationId, status, name }: Answer) => [operationId, status, ...(name === undefined ? [] : [name])].join(' ')

/** One answer of the contract as it goes over the wire: Prism gives the body, the example its headers. */
export async function documented(
  { askPrism, origin }: Knowledge,
  operation: Operation,
  answer: Answer,
  request: Pick<PrismRequest, 'path' | 'query' | 'headers'>,
  address: string,
): Promise<Reply> {
  const { status, body } = await askPrism(operation, { ...request, body: { kind: 'none' }, choice: answer, checked: false })
  const bytes = answer.mediaType === undefined ? undefined : bytesOf(body, answer)
  const own = Object.entries(answer.headers).map(
    ([name, value]) => [name, isLink(name) ? value.replaceAll(origin, address) : value] as const,
  )
  return {
    status,
    headers: {
      ...(answer.mediaType === undefined ? {} : { 'Content-Type': answer.mediaType }),
      ...Object.fromEntries(own),
      [label]: labelOf(answer),
    },
    body: bytes,
  }
}

const isLink = (name: string) => name === 'Link' || name === 'Location'

/** Binary examples stand in the document as base64. */
function bytesOf(body: unknown, { mediaType, isBase64 }: Answer): Buffer {
  if (isBase64) return Buffer.from(String(body), 'base64')
  return Buffer.from(mediaType === 'application/json' ? JSON.stringify(body) : String(body))
}

/** A refusal that only this request could get, in GitLab's shape; it bears the name of the example that says the same. */
export function refusal(status: number, error: string, operation?: Operation, headers: Readonly<Record<string, string>> = {}): Reply {
  const text = JSON.stringify({ error })
  const same = operation?.answers.find((answer) => answer.status === status && JSON.stringify(answer.value) === text)
  const name = same === undefined ? operation && `${operation.id} ${status}` : labelOf(same)
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers, ...(name === undefined ? {} : { [label]: name }) },
    body: Buffer.from(text),
  }
}

/** The id that GitLab gives to every answer: the caller's, if it gave one. */
export function requestIdOf({ headers }: Question): string {
  const given = headers['x-request-id'] ?? ''
  return /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
}

/** Whether a client that sent this `If-None-Match` holds the answer already. Weak comparison, as RFC 9110 asks for. */
export function isUnchanged({ headers }: Question, { headers: { ETag } }: Answer): boolean {
  const candidates = headers['if-none-match']
  if (candidates === undefined || ETag === undefined) return false
  const plain = (text: string) => text.trim().replace(/^W\//, '')
  return candidates.trim() === '*' || candidates.split(',').some((candidate) => plain(candidate) === plain(ETag))
}
