import type { Contradiction } from './contradiction.ts'
import { moment } from './relative-time.ts'
import type { WorldJob } from './world.ts'

const inOrder = ['queued', 'started', 'finished', 'erased'] as const
type Time = (typeof inOrder)[number] | 'scheduled'

/** What a status cannot be without; a job that ended may leave out all its times, but not only the last. */
const needs: readonly (readonly [WorldJob['status'], Time])[] = [
  ['scheduled', 'scheduled'],
  ['running', 'started'],
  ['canceling', 'started'],
]

const ended: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped'])

/** Where a job's times contradict each other, or its status. */
export function timesOutOfJoint(job: WorldJob): Contradiction[] {
  return [...wrongOrder(job), ...lacking(job), ...tooEarly(job)]
}

function wrongOrder(job: WorldJob): Contradiction[] {
  const given = inOrder.flatMap((name) => (job[name] === undefined ? [] : [{ name, at: moment(job[name], 0), text: job[name] }]))
  return given.flatMap(({ name, at, text }, index) => {
    const before = given[index - 1]
    if (before === undefined || before.at <= at) return []
    return [{ owner: job, member: [name], says: `${name} (${text}) cannot be before ${before.name} (${before.text})` }]
  })
}

function lacking(job: WorldJob): Contradiction[] {
  const isOpen = ended.has(job.status) && job.started !== undefined && job.finished === undefined
  const names = needs.flatMap(([status, name]) => (job.status === status && job[name] === undefined ? [name] : []))
  return [...names, ...(isOpen ? (['finished'] as const) : [])].map((name) => ({
    ...{ owner: job, member: ['status'] },
    says: `a job that is ${job.status} needs the time at which it ${name === 'scheduled' ? 'shall start' : name}; add ${name}`,
  }))
}

function tooEarly(job: WorldJob): Contradiction[] {
  if (ended.has(job.status) || job.finished === undefined) return []
  return [{ owner: job, member: ['finished'], says: `a job that is ${job.status} has not finished; leave it out, or say how it ended` }]
}
