import type { components } from '@jobs-api/contract'

/** A status that this version of the contract knows. */
export type JobStatus =
  | 'created'
  | 'waiting_for_resource'
  | 'preparing'
  | 'waiting_for_callback'
  | 'pending'
  | 'running'
  | 'success'
  | 'failed'
  | 'canceling'
  | 'canceled'
  | 'skipped'
  | 'manual'
  | 'scheduled'

type Assert<Known extends components['schemas']['JobScope']> = Known
/** Every status here is one of the contract's, and the other way round. */
export type StatusesAgree = [Assert<JobStatus>, components['schemas']['JobScope'] extends JobStatus ? true : never]

/**
 * GitLab's groups of statuses (source: `app/models/concerns/ci/has_status.rb`, fact `status-groups`), and one of our own: what is
 * `moving` goes on by itself, without anybody's order from outside.
 */
export const groups = {
  complete: ['success', 'failed', 'canceled', 'skipped'],
  active: ['waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running'],
  cancelable: ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'scheduled'],
  executing: ['running', 'canceling'],
  moving: ['created', 'waiting_for_resource', 'preparing', 'pending', 'running', 'canceling', 'scheduled'],
} as const satisfies Record<string, readonly JobStatus[]>

/** Whether a status belongs to a group. */
export const isIn = (group: keyof typeof groups, status: JobStatus): boolean => (groups[group] as readonly JobStatus[]).includes(status)
