import type { OperationId } from '@jobs-api/contract'
import {
  alone,
  answering,
  both,
  instead,
  type Json,
  jsonAnswer,
  rowOf,
  to,
  withHeader,
  withJson,
  withoutHeader,
  withoutParameter,
  withUrl,
} from './changes.ts'
import { type Answered, type Asked, fault, type Sketch } from './mutant.ts'

// Derived from the parameters of lists: one that is ignored or misread, and what is told about pages.

const has = (name: string) => (asked: Asked) => [...asked.url.searchParams.keys()].some((key) => key.replace(/\[.*$/, '') === name)
export const ok =
  (id: OperationId) =>
  (asked: Asked, { status }: Answered) =>
    asked.operation === id && status === 200
const parameter = (asked: Asked, name: string) => asked.url.searchParams.get(name)
const list = (change: (rows: Json[]) => Json[]) => withJson((value) => (Array.isArray(value) ? change(value) : value))

const isOver = (row: Json) => ['success', 'failed', 'canceled'].includes(String(rowOf(row)['status']))

export function scope(id: OperationId): Sketch[] {
  const brackets = (asked: Asked) => asked.url.search.includes('scope[]') || asked.url.search.includes('scope%5B%5D')
  const indices = (asked: Asked) => /scope(\[|%5B)0/.test(asked.url.search)
  const twice = (asked: Asked) => asked.url.searchParams.getAll('scope').length > 1
  const plain = (asked: Asked) => asked.url.searchParams.getAll('scope').length === 1
  const broken = (asked: Asked) => asked.url.search.includes('broken')
  return [
    fault('behaviour', 'plain scope is ignored', `${id}.scope-one`, instead(both(to(id), plain), withoutParameter('scope'))),
    fault('behaviour', 'scope[] is ignored', `${id}.scope-list`, instead(both(to(id), brackets), withoutParameter('scope'))),
    fault(
      'behaviour',
      'jobs that are over are hidden unless asked for',
      `${id}.no-scope`,
      answering(
        (asked, answered) => ok(id)(asked, answered) && !has('scope')(asked),
        list((rows) => rows.filter((row) => !isOver(row))),
      ),
    ),
    fault(
      'behaviour',
      'of scope[] only the first counts',
      `${id}.scope-list`,
      instead(
        both(to(id), brackets),
        withUrl((address) => keepFirst(address)),
      ),
    ),
    fault(
      'behaviour',
      'statuses in scope[] are anded',
      `${id}.scope-list`,
      answering(
        (asked) => asked.operation === id && asked.url.searchParams.getAll('scope[]').length > 1,
        list(() => []),
      ),
    ),
    fault('behaviour', 'scope with indices is ignored', `${id}.scope-indexed`, instead(both(to(id), indices), withoutParameter('scope'))),
    fault(
      'behaviour',
      'of a repeated scope the first counts',
      `${id}.scope-repeated`,
      instead(
        both(to(id), twice),
        withUrl((address) => keepFirst(address)),
      ),
    ),
    fault(
      'refusal',
      'an unknown status finds nothing',
      `${id}.scope-invalid`,
      alone(both(to(id), broken), () => jsonAnswer(200, [])),
    ),
    fault(
      'refusal',
      'an unknown status in the shape of a message',
      `${id}.scope-invalid`,
      alone(both(to(id), broken), () => jsonAnswer(400, { message: 'scope does not have a valid value' })),
    ),
    fault(
      'behaviour',
      'knows no skipped jobs',
      `${id}.scope-every-status`,
      alone(
        both(to(id), (asked) => asked.url.search.includes('skipped')),
        () => jsonAnswer(400, { error: 'scope does not have a valid value' }),
      ),
    ),
  ]
}

/** Of several values in a query the first. */
function keepFirst(address: string): string {
  const [path = '', query = ''] = address.split('?')
  let seen = false
  const kept = query.split('&').filter((pair) => {
    if (!pair.startsWith('scope')) return true
    const isFirst = !seen
    seen = true
    return isFirst
  })
  return `${path}?${kept.join('&')}`
}

export function pages(id: OperationId): Sketch[] {
  const paged = (asked: Asked, answered: Answered) => ok(id)(asked, answered) && has('per_page')(asked)
  const link = (change: (link: string) => string) =>
    answering(ok(id), (answered) => ({ ...answered, headers: { ...answered.headers, link: change(answered.headers['link'] ?? '') } }))
  const invalid = (name: string, value: string) => (asked: Asked) => asked.operation === id && parameter(asked, name) === value
  return [
    fault(
      'pages',
      'pages of 50',
      `${id}.page-default`,
      instead(
        both(to(id), (asked) => !has('per_page')(asked)),
        withUrl((address) => `${address}${address.includes('?') ? '&' : '?'}per_page=50`),
      ),
    ),
    fault('pages', 'per_page is ignored', `${id}.page-size`, instead(both(to(id), has('per_page')), withoutParameter('per_page'))),
    fault(
      'pages',
      'one entry too few',
      `${id}.page-size`,
      answering(
        paged,
        list((rows) => rows.slice(0, -1)),
      ),
    ),
    fault('pages', 'page is ignored', `${id}.page-number`, instead(both(to(id), has('page')), withoutParameter('page'))),
    fault(
      'pages',
      'pages begin at zero',
      `${id}.page-number`,
      instead(
        both(to(id), has('page')),
        withUrl((address) => address.replace(/([?&]page=)(\d+)/, (_, name, page) => name + (Number(page) + 1))),
      ),
    ),
    fault('pages', 'X-Next-Page on the last page', `${id}.page-headers`, answering(ok(id), nextPage)),
    fault('headers', 'no X-Prev-Page', `${id}.page-headers`, answering(ok(id), withoutHeader('x-prev-page'))),
    fault('headers', 'no X-Page', `${id}.page-headers`, answering(ok(id), withoutHeader('x-page'))),
    fault(
      'pages',
      'beyond the end is 404',
      `${id}.page-beyond`,
      answering(
        (asked, answered) => ok(id)(asked, answered) && answered.body.toString() === '[]',
        () => jsonAnswer(404, { message: '404 Not found' }),
      ),
    ),
    fault('headers', 'no Link', `${id}.link`, answering(ok(id), withoutHeader('link'))),
    fault(
      'headers',
      'Link in another order',
      `${id}.link`,
      link((text) => text.split(', ').toReversed().join(', ')),
    ),
    fault(
      'pages',
      'Link leads to the same page',
      `${id}.link-next`,
      link((text) => text.replaceAll(/([?&]page=)\d+/g, '$11')),
    ),
    fault(
      'pages',
      'Link forgets the parameters',
      `${id}.link-parameters`,
      link((text) => text.replaceAll(/([?&])per_page=\d+&?/g, '$1')),
    ),
    ...(['page', 'per_page'] as const).flatMap((name): Sketch[] => [
      fault(
        'refusal',
        `an invalid ${name} is ignored`,
        `${id}.invalid-${name.replace('_', '-')}` as Sketch['caughtBy'],
        instead(invalid(name, 'many'), withoutParameter(name)),
      ),
      fault(
        'refusal',
        `an invalid ${name} in other words`,
        `${id}.invalid-${name.replace('_', '-')}` as Sketch['caughtBy'],
        alone(invalid(name, 'many'), () => jsonAnswer(400, { error: `${name} must be a number` })),
      ),
    ]),
    fault(
      'refusal',
      'of several faulty parameters one is named',
      `${id}.several-invalid`,
      alone(invalid('page', 'first'), () => jsonAnswer(400, { error: 'page is invalid' })),
    ),
  ]
}

const nextPage = (answered: Answered) => withHeader('x-next-page', String(Number(answered.headers['x-page'] ?? '1') + 1))(answered)

export function totals(id: OperationId): Sketch[] {
  const empty = (asked: Asked, answered: Answered) => ok(id)(asked, answered) && answered.body.toString() === '[]'
  return [
    fault('headers', 'no totals', `${id}.totals`, answering(ok(id), withoutHeader('x-total'))),
    fault(
      'pages',
      'the total is off by one',
      `${id}.totals`,
      answering(ok(id), (answered) => withHeader('x-total', String(Number(answered.headers['x-total']) + 1))(answered)),
    ),
    fault('pages', 'the total is that of the page', `${id}.totals`, answering(ok(id), totalOfPage)),
    fault('pages', 'an empty list has no page', `${id}.totals-empty`, answering(empty, withHeader('x-total-pages', '0'))),
    fault(
      'pages',
      'cursors for every list',
      `${id}.keyset-ignored`,
      answering(
        (asked, answered) => ok(id)(asked, answered) && has('pagination')(asked),
        (answered) => withoutHeader('x-total')(withoutHeader('x-page')(answered)),
      ),
    ),
  ]
}

const totalOfPage = (answered: Answered) => withHeader('x-total', String(JSON.parse(answered.body.toString()).length))(answered)

/** The rows of a list in another order, or without some. */
export const rowsOf = (id: OperationId, change: (rows: Json[]) => Json[]) => answering(ok(id), list(change))

/** Asks with a parameter, or with one of this value. */
export const asks = (name: string, value?: string) => (asked: Asked) =>
  value === undefined ? asked.url.searchParams.has(name) : asked.url.searchParams.get(name) === value
