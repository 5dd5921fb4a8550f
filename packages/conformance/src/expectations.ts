import { isDeepStrictEqual } from 'node:util'
import { Mismatch } from './outcomes.ts'
import type { Exchange } from './target/exchange.ts'

const show = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 300 ? `${text.slice(0, 300)}...` : text
}

/** Says that something is not as it should be, together with the request that shows it. */
export function mismatch({ operation, method, url, caller }: Exchange, complaint: string): Mismatch {
  const { pathname, search } = new URL(url)
  return new Mismatch(`${method} ${pathname}${search} as ${caller ?? 'nobody'}: ${complaint}`, operation)
}

export function expectStatus(answer: Exchange, ...wanted: readonly number[]): void {
  if (wanted.includes(answer.status)) return
  throw mismatch(answer, `expected status ${wanted.join(' or ')}, got ${answer.status}: ${show(answer.text)}`)
}

/** The status, and a JSON body with exactly these members. */
export function expectRefusal(answer: Exchange, status: number, body: unknown): void {
  expectStatus(answer, status)
  const got = json(answer)
  if (!isDeepStrictEqual(got, body)) throw mismatch(answer, `expected the body ${show(body)}, got ${show(got)}`)
}

/** A header that matches, or with null one that is not there. */
export function expectHeader(answer: Exchange, name: string, wanted: RegExp | null): void {
  const value = answer.headers.get(name)
  if (wanted === null ? value === null : value !== null && wanted.test(value)) return
  throw mismatch(answer, `expected the header ${name} ${wanted === null ? 'to be missing' : `to match ${wanted}`}, got ${show(value)}`)
}

export function expectThat(answer: Exchange, holds: boolean, complaint: string): void {
  if (!holds) throw mismatch(answer, complaint)
}

/** Two things that should be the same: `what` names them. */
export function expectSame(answer: Exchange, what: string, got: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(got, wanted)) throw mismatch(answer, `expected ${what} to be ${show(wanted)}, got ${show(got)}`)
}

export function json(answer: Exchange): unknown {
  try {
    return JSON.parse(answer.text)
  } catch {
    throw mismatch(answer, `expected JSON, got ${show(answer.text)}`)
  }
}

/** The `message` of a refusal, however its JSON is written; empty where it has none. */
export function messageOf(answer: Exchange): string {
  const value = json(answer)
  return isRow(value) && typeof value['message'] === 'string' ? value['message'] : ''
}

/** An object as it came, of which nothing is believed but what was looked at. */
export type Row = { readonly [member: string]: unknown }
export type NumberedRow = Row & { readonly id: number }

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumbered = (value: unknown): value is NumberedRow => isRow(value) && typeof value['id'] === 'number'

export function rowsOf(answer: Exchange): readonly Row[] {
  const value = json(answer)
  if (Array.isArray(value) && value.every(isRow)) return value
  throw mismatch(answer, `expected a list of objects, got ${show(value)}`)
}

/** A list of jobs, trigger jobs or whatever else has a number. */
export function numberedRowsOf(answer: Exchange): readonly NumberedRow[] {
  const rows = rowsOf(answer)
  if (rows.every(isNumbered)) return rows
  throw mismatch(answer, `expected each entry to have a number as its id, got ${show(rows)}`)
}

export function rowOf(answer: Exchange): NumberedRow {
  const value = json(answer)
  if (isNumbered(value)) return value
  throw mismatch(answer, `expected an object with a number as its id, got ${show(value)}`)
}
