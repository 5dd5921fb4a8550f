import { type OperationId, operations } from '@jobs-api/contract'
import { alone, answering, as, both, inProject, instead, jsonAnswer, to, withStatus, withToken } from './changes.ts'
import { fault, type Sketch } from './mutant.ts'

// Derived from who may do what: a role that is not looked at, or looked at too closely.

const maintainer = 'demo-mia-personal'
const people = { developer: 'demo-dana-personal', reporter: 'demo-rita-personal', guest: 'demo-gus-personal' } as const
type Person = keyof typeof people
const forbidden = () => jsonAnswer(403, { message: '403 Forbidden' })

export const acting = (id: OperationId, allowed: readonly Person[], refused: readonly Person[]): Sketch[] => [
  ...refused.flatMap((person): Sketch[] => [
    fault('access', `a ${person} may`, `${id}.as-${person}`, instead(both(to(id), as(people[person])), withToken(maintainer))),
    fault(
      'access',
      `a ${person} is told 404`,
      `${id}.as-${person}`,
      answering((asked, { status }) => asked.operation === id && as(people[person])(asked) && status === 403, withStatus(404)),
    ),
  ]),
  ...allowed.map(
    (person): Sketch => fault('access', `a ${person} may not`, `${id}.as-${person}`, alone(both(to(id), as(people[person])), forbidden)),
  ),
]

export const lookedUpFirst = (id: OperationId): Sketch[] => [
  fault(
    'access',
    'asks who is there before it looks the job up',
    `${id}.looked-up-first`,
    alone(both(to(id), as(people.reporter)), forbidden),
  ),
]

export const forReporters = (id: OperationId): Sketch[] => [
  fault(
    'access',
    'guests may read what is for members',
    `${id}.as-guest`,
    instead(both(to(id), inProject('harbor/ledger'), as(people.guest)), withToken(maintainer)),
  ),
  fault(
    'access',
    'reporters may not read what is for members',
    `${id}.as-guest`,
    alone(both(to(id), inProject('harbor/ledger'), as(people.reporter)), forbidden),
  ),
  fault(
    'access',
    'guests may not read public pipelines',
    `${id}.as-guest-of-public-pipelines`,
    alone(both(to(id), as(people.guest)), forbidden),
  ),
]

export const forEverybody = (id: OperationId): Sketch[] => [
  fault(
    'access',
    'always wants a token',
    `${id}.anonymous`,
    alone(both(to(id), as(undefined)), () => jsonAnswer(401, { message: '401 Unauthorized' })),
  ),
  fault(
    'access',
    'private projects are public',
    `${id}.anonymous-private`,
    instead(both(to(id), inProject('harbor/webshop'), as(undefined)), withToken(maintainer)),
  ),
  fault(
    'access',
    'private projects are not hidden',
    `${id}.anonymous-private`,
    alone(both(to(id), inProject('harbor/webshop'), as(undefined)), () => jsonAnswer(401, { message: '401 Unauthorized' })),
  ),
]

export const refreshing = (id: OperationId): Sketch[] => [
  fault(
    'state',
    'does not wait for the statistics',
    `${id}.refreshing-statistics`,
    answering(
      (asked, { status }) => asked.operation === id && status === 409,
      () => jsonAnswer(operations[id].success, { id: 81 }),
    ),
  ),
]
