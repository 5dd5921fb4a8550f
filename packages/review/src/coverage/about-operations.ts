import type { Operation } from '../diff/operations.ts'
import { type Json, membersOf } from '../source/json.ts'
import { type Inventory, isWritten } from './inventory.ts'
import { type Figure, type Measure, mean, median, number, share } from './measure.ts'

const styles: readonly RegExp[] = [
  /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/,
  /^[A-Z][A-Za-z0-9]*$/,
  /^[a-z0-9]+(_[a-z0-9]+)*$/,
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  /^[a-z0-9-]+\/[a-z0-9-]+$/,
]

const statusesOf = ({ node }: Operation) => membersOf(node['responses']).map(([status]) => status)
const refusalsOf = (operation: Operation) => statusesOf(operation).filter((status) => /^4/.test(status))
const descriptionOf = ({ node: { description } }: Operation) => (isWritten(description) ? description.trim() : '')

const operations = (id: string, what: string, definition: string, target: number, holds: (operation: Operation) => boolean): Measure => ({
  id,
  what,
  definition,
  target,
  unit: 'share',
  of: (inventory) => share(inventory.operations, holds),
})

const withStatus = (status: string, definition: string) =>
  operations(`operations-with-${status}`, `operations with ${status}`, definition, 1, (one) =>
    statusesOf(one).some((own) => (status === '5xx' ? own.startsWith('5') : own === status)),
  )

/** What an operation is called, what it says of itself, and whether it tells how it can fail. */
export const aboutOperations: readonly Measure[] = [
  {
    id: 'operations',
    what: 'operations',
    definition: 'Methods of paths; webhooks are not counted.',
    unit: 'number',
    of: ({ operations: all }) => number(all.length),
  },
  {
    id: 'operation-id-style',
    what: 'operationId in one style',
    definition: 'Those that are written in the style that most of them have: camelCase, PascalCase, snake_case, kebab-case or group/name.',
    target: 1,
    unit: 'share',
    of: ({ operations: all }) => oneStyle(all),
  },
  {
    id: 'operation-id-length',
    what: 'longest operationId',
    definition: 'Its characters; the name becomes a method, a file and a heading.',
    target: 30,
    atMost: true,
    unit: 'number',
    of: ({ operations: all }) => number(all.length === 0 ? null : Math.max(...all.map(({ id }) => id?.length ?? 0))),
  },
  operations(
    'operation-description',
    'operations with a description',
    'The description says something, and something else than the summary.',
    1,
    (one) => {
      const { summary } = one.node
      return descriptionOf(one) !== '' && descriptionOf(one) !== (isWritten(summary) ? summary.trim() : '')
    },
  ),
  {
    id: 'description-length',
    what: 'median length of descriptions',
    definition: 'Characters of the middle one when all operations are put in order of it; a missing one has none.',
    target: 250,
    unit: 'number',
    of: ({ operations: all }) => number(median(all.map((one) => descriptionOf(one).length))),
  },
  operations(
    'operations-with-4xx',
    'operations with a 4xx',
    'At least one status that begins with 4; `default` is none.',
    1,
    (one) => refusalsOf(one).length > 0,
  ),
  {
    id: 'refusals-per-operation',
    what: 'statuses 4xx per operation',
    definition: 'Different ones, on average.',
    target: 4.5,
    unit: 'number',
    of: ({ operations: all }) => number(mean(all.map((one) => refusalsOf(one).length))),
  },
  {
    id: 'operations-with-404',
    what: 'operations on something named, with 404',
    definition: 'Of those with a parameter in the path: they say what happens if it is not there.',
    target: 1,
    unit: 'share',
    of: ({ operations: all }) => share(all.filter(namesSomething), (one) => statusesOf(one).includes('404')),
  },
  withStatus('401', 'They say what becomes of a caller without valid credentials.'),
  withStatus('403', 'They say what becomes of a caller who may not.'),
  withStatus('429', 'They say what becomes of a caller who asks too often.'),
  withStatus('5xx', 'They say what an accident looks like: any status that begins with 5.'),
  operations(
    'operation-security',
    'operations with their own security',
    'The operation itself lists what credentials it takes, not only the document as a whole.',
    1,
    ({ node }) => Array.isArray(node['security']),
  ),
]

const namesSomething = ({ parameters }: Operation) => parameters.some((parameter) => parameter.in === 'path')

function oneStyle(all: Inventory['operations']): Figure {
  const ids = all.map(({ id }) => id ?? '')
  const best = styles.map((style) => share(ids, (id) => style.test(id))).sort((one, other) => (other.found ?? 0) - (one.found ?? 0))
  return best[0] ?? share<Json>([], () => false)
}
