import type { JobDetails } from '../storage/job-store.ts'
import type { Instant, Job } from '../storage/records.ts'
import type { Frame } from './job.ts'
import { changesOfStatus } from './runner.ts'

type Render<View> = (details: JobDetails, frame: Frame) => View

interface Rendered<View> {
  readonly parts: readonly unknown[]
  /** The clock may be set back, too. */
  readonly from: Instant
  readonly until: Instant
  readonly view: View
}

const atRest = new WeakMap<object, Instant>()

/** Whether this is a remembered representation: nothing in it ever changes, so what was found out about it once holds for good. */
export const isAtRest = (view: object): boolean => atRest.has(view)

/** When the clock alone makes another of a remembered representation: never, for most. Undefined if it was not remembered. */
export const restsUntil = (view: object): Instant | undefined => atRest.get(view)

/**
 * Remembers the representation of a job that is not under way. It is used again only for the very same records (stores give the
 * same object for an unchanged record), and only until the clock alone would change it: an archive expires, a runner counts as
 * offline.
 */
export function onceAtRest<View extends object>(render: Render<View>): Render<View> {
  const known = new WeakMap<Job, Rendered<View>>()
  const seen = new WeakSet<Job>()
  return (details, frame) => {
    if (isUnderWay(details.job) || !isSeenAgain(seen, details.job)) return render(details, frame)
    const parts = partsOf(details, frame)
    const before = known.get(details.job)
    if (before !== undefined && before.from <= frame.now && frame.now < before.until && same(before.parts, parts)) return before.view
    const view = frozen(render(details, frame))
    const until = nextChange(details, frame.now)
    atRest.set(view, until)
    known.set(details.job, { parts, from: frame.now, until, view })
    return view
  }
}

/** To remember costs more than to make: who walks through all jobs once should not pay for it. */
function isSeenAgain(seen: WeakSet<Job>, job: Job): boolean {
  if (seen.has(job)) return true
  seen.add(job)
  return false
}

/** With everything inside it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** Its durations grow with the clock. */
const isUnderWay = ({ queuedAt, startedAt, finishedAt }: Job) => finishedAt === null && (queuedAt !== null || startedAt !== null)

function partsOf({ project, pipeline, user, runner, artifacts, downstream }: JobDetails, { externalUrl }: Frame): unknown[] {
  return [externalUrl, project, pipeline, user, runner, downstream?.pipeline, downstream?.project, ...artifacts]
}

const same = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((part, index) => part === other[index])

function nextChange({ artifacts, runner }: JobDetails, now: Instant): Instant {
  const expiries = artifacts.map(({ expireAt }) => expireAt ?? Number.POSITIVE_INFINITY)
  const moments = [...expiries, ...(runner === undefined ? [] : changesOfStatus(runner.manager))]
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY)
}
