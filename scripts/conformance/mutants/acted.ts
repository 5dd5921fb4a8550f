import { type OperationId, operations } from '@jobs-api/contract'
import { answering, jsonAnswer, type Row, withRow } from './changes.ts'
import type { Answered, Asked, Behaviour } from './mutant.ts'

// What an action can fail to do, or to say.

const base = /^(\/projects\/[^/]+\/jobs\/\d+)/
const jobOf = ({ url }: Asked) => base.exec(url.pathname)?.[1] ?? ''
const reading = (asked: Asked): Asked => ({
  ...asked,
  method: 'GET',
  url: new URL(jobOf(asked), asked.url.origin),
  headers: { 'private-token': 'demo-mia-personal' },
  body: Buffer.alloc(0),
})

/** Answers with the job as it is, changed in words only: nothing happens. */
export const nothingHappens =
  (id: OperationId, change: (job: Row) => Row = (job) => job): Behaviour =>
  async (asked, forward) => {
    if (asked.operation !== id) return forward(asked)
    const { body } = await forward(reading(asked))
    return jsonAnswer(operations[id].success, change(JSON.parse(body.toString())))
  }

/** Does what was asked, and says something else about it. */
export const saying = (id: OperationId, change: (job: Row) => Row): Behaviour =>
  answering((asked, { status }) => asked.operation === id && status < 300, withRow(change))

/** A refusal that is not made: answers as if it had been done. */
export const done = (id: OperationId, status: number): Behaviour =>
  answering(
    (asked, answered) => asked.operation === id && answered.status === status,
    () => jsonAnswer(operations[id].success === 204 ? 200 : operations[id].success, { id: 8, status: 'pending' }),
  )

export const bodyOf = ({ body }: Asked) => body.toString()
export const asksFor = (text: string) => (asked: Asked) => bodyOf(asked).includes(text)
export const withBody = (body: string) => (asked: Asked) => ({ ...asked, body: Buffer.from(body) })

/** What comes after an action is read as it was before: somebody forgot to store it. */
export const unseen = (id: OperationId, change: (answered: Answered) => Answered): Behaviour => {
  const acted = new Set<string>()
  return async (asked, forward) => {
    if (asked.operation === id) acted.add(jobOf(asked))
    const answered = await forward(asked)
    return asked.operation === 'getJob' && acted.has(jobOf(asked)) ? change(answered) : answered
  }
}

const jobRead = (changes: Row) => withRow((row) => ({ ...row, ...changes }))
export const stays = (status: string) => (answered: Answered) => jobRead({ status })(answered, unasked)
const unasked: Asked = { operation: undefined, method: 'GET', url: new URL('http://nowhere'), headers: {}, body: Buffer.alloc(0) }

export const without = (id: OperationId, changes: Row) => unseen(id, (answered) => jobRead(changes)(answered, unasked))
