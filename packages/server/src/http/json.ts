import type { Request, Response } from 'express'
import { isAtRest } from '../views/once-at-rest.ts'
import { isUnchanged } from './conditional.ts'
import type { JsonText } from './json-text.ts'
import { KnownTexts } from './known-texts.ts'
import { checkAnswer, descriptionOf } from './validation.ts'

const texts = new KnownTexts()

/** What the validator has let pass as an answer to this description, and would let pass again. */
interface Fitting {
  readonly views: WeakSet<object>
  /** Of lists. */
  readonly lengths: Set<number>
}

const fitting = new WeakMap<object, Fitting>()

/**
 * Sends a body that is as the contract says; any other is an accident. The validator sees no more of it than it has to: a
 * representation at rest that fitted once fits again. Of a list, the contract says something about each row and about the length,
 * and no more than that (`json.test.ts`).
 */
export async function sendJson(request: Request, response: Response, body: unknown): Promise<void> {
  const description = descriptionOf(request, response.statusCode)
  const before = description && fitting.get(description)
  const unseen = before === undefined ? body : unseenOf(body, before)
  if (unseen !== nothing) {
    await checkAnswer(request, response, unseen)
    if (description !== undefined) fitting.set(description, withBody(before ?? { views: new WeakSet(), lengths: new Set() }, unseen))
  }
  sendText(response, textOf(body))
}

/** Stands in for Express's own `response.json`. */
export function sendPlainJson(this: Response, body: unknown): Response {
  return sendText(this, textOf(body))
}

const nothing = Symbol('nothing')

/** Of a list, the rows that were not seen; all of it, if none of its length was. */
function unseenOf(body: unknown, { views, lengths }: Fitting): unknown {
  if (!Array.isArray(body)) return isObject(body) && views.has(body) ? nothing : body
  if (!lengths.has(body.length)) return body
  const rows = body.filter((row) => !(isObject(row) && views.has(row)))
  return rows.length === 0 ? nothing : rows
}

function withBody(known: Fitting, body: unknown): Fitting {
  if (Array.isArray(body)) known.lengths.add(body.length)
  for (const view of Array.isArray(body) ? body : [body]) if (isObject(view) && isAtRest(view)) known.views.add(view)
  return known
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A body as it goes over the wire; made once, for whatever is at rest. */
export const textOf = (body: unknown): JsonText => texts.of(body)

/** The content type has nothing behind it, as in GitLab: older clients compare the whole header. */
export function sendText(response: Response, text: JsonText): Response {
  if (response.req.method === 'GET' && response.statusCode === 200) {
    response.setHeader('ETag', text.tag)
    if (isUnchanged(response.req.headers['if-none-match'], text.tag)) return response.status(304).end()
  }
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', text.length)
  return text.end(response)
}
