import { expect, test } from 'vitest'
import type { JobDetails } from '../storage/job-store.ts'
import type { Artifact, Job, Runner } from '../storage/records.ts'
import { isAtRest, onceAtRest } from './once-at-rest.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 20)
const frame = { now, externalUrl: 'http://here' }
const finished = { id: 1, queuedAt: now - 3000, startedAt: now - 2000, finishedAt: now - 1000 } as Job
const details = (job: Job, more: Partial<JobDetails> = {}) => ({ job, artifacts: [], ...more }) as unknown as JobDetails

/** How often each of these is rendered anew, for somebody who has seen all of these jobs before. */
function rendered(...asked: (readonly [JobDetails, typeof frame])[]): number {
  let count = 0
  const render = onceAtRest(() => ({ count: ++count }))
  for (const job of new Set(asked.map(([{ job }]) => job))) render(details(job), later(-day))
  count = 0
  for (const [one, seen] of asked) render(one, seen)
  return count
}

const later = (ms: number) => ({ ...frame, now: now + ms })
const archive = { expireAt: now + hour } as Artifact
const runner = { manager: { contactedAt: now - hour } } as Runner

test.each([
  ['the same job twice', 1, [details(finished), frame], [details(finished), later(hour)]],
  ['the same job under another address', 2, [details(finished), frame], [details(finished), { ...frame, externalUrl: 'http://there' }]],
  ['another state of the job', 2, [details(finished), frame], [details({ ...finished }), frame]],
  ['a job that runs', 2, [details({ ...finished, finishedAt: null }), frame], [details({ ...finished, finishedAt: null }), frame]],
  [
    'an archive that has not expired',
    1,
    [details(finished, { artifacts: [archive] }), frame],
    [details(finished, { artifacts: [archive] }), later(hour - 1)],
  ],
  [
    'an archive that expires meanwhile',
    2,
    [details(finished, { artifacts: [archive] }), frame],
    [details(finished, { artifacts: [archive] }), later(hour)],
  ],
  ['the same job at an earlier time', 2, [details(finished), frame], [details(finished), later(-1)]],
  ['artifacts that went', 2, [details(finished, { artifacts: [archive] }), frame], [details(finished), frame]],
  ['a runner that goes offline', 2, [details(finished, { runner }), frame], [details(finished, { runner }), later(hour)]],
  ['another state of the runner', 2, [details(finished, { runner }), frame], [details(finished, { runner: { ...runner } }), frame]],
] as const)('%s is rendered %d times', (_, times, one, other) => {
  expect(rendered(one, other)).toBe(times)
})

test('nothing is remembered of a job that is seen once', () => {
  const one = { ...finished }
  const render = onceAtRest(() => ({}))
  const [first, second, third] = [1, 2, 3].map(() => render(details(one), frame))
  expect(first).not.toBe(second)
  expect(second).toBe(third)
  expect([first, second].map((view) => isAtRest(view as object))).toEqual([false, true])
})

test('a running job is rendered each time, the very same record or not', () => {
  const running = details({ ...finished, finishedAt: null })
  expect(rendered([running, frame], [running, frame])).toBe(2)
})
