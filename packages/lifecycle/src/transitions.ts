import type { JobStatus } from './statuses.ts'

type Transition = { readonly from: readonly JobStatus[]; readonly to: JobStatus }

const underWay = ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running'] as const

/**
 * Which event takes a job from where to where. Source: `app/models/commit_status.rb` and `app/models/ci/build.rb`.
 * A job that is `canceling` ends as `canceled`, whatever its runner reports.
 */
export const transitions = {
  process: [{ from: ['skipped', 'manual'], to: 'created' }],
  prepare: [{ from: ['created', 'skipped', 'manual', 'scheduled', 'waiting_for_resource'], to: 'preparing' }],
  enqueue: [{ from: ['created', 'skipped', 'manual', 'scheduled', 'preparing', 'waiting_for_resource'], to: 'pending' }],
  await_resource: [{ from: ['created', 'manual', 'scheduled'], to: 'waiting_for_resource' }],
  schedule: [{ from: ['created'], to: 'scheduled' }],
  unschedule: [{ from: ['scheduled'], to: 'manual' }],
  actionize: [{ from: ['created'], to: 'manual' }],
  run: [{ from: ['pending'], to: 'running' }],
  skip: [{ from: ['created', 'waiting_for_resource', 'preparing', 'pending'], to: 'skipped' }],
  succeed: [
    { from: underWay, to: 'success' },
    { from: ['canceling'], to: 'canceled' },
  ],
  drop: [
    { from: [...underWay, 'manual', 'scheduled'], to: 'failed' },
    { from: ['canceling'], to: 'canceled' },
  ],
  cancel: [
    { from: ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'scheduled'], to: 'canceled' },
  ],
  cancel_gracefully: [{ from: ['running'], to: 'canceling' }],
  force_cancel: [{ from: ['canceling'], to: 'canceled' }],
} as const satisfies Record<string, readonly Transition[]>

export type JobEvent = keyof typeof transitions

/** The status after an event, or undefined where the event does not apply. */
export function after(event: JobEvent, status: JobStatus): JobStatus | undefined {
  return (transitions[event] as readonly Transition[]).find(({ from }) => from.includes(status))?.to
}
