import type { components } from '@jobs-api/contract'
import type { Instant, Runner, RunnerManager } from '../storage/records.ts'
import { time } from './times.ts'

const hour = 3_600_000

export function runnerView(runner: Runner, now: Instant): components['schemas']['Runner'] {
  const status = statusOf(runner.manager, now)
  return {
    id: runner.id,
    description: runner.description,
    ip_address: null,
    active: !runner.paused,
    paused: runner.paused,
    is_shared: runner.type === 'instance_type',
    runner_type: runner.type,
    name: 'gitlab-runner',
    online: status === 'online',
    status,
  }
}

export function runnerManagerView({ manager }: Runner, now: Instant): components['schemas']['RunnerManager'] {
  return {
    id: manager.id,
    system_id: manager.systemId,
    version: manager.version,
    revision: manager.revision,
    platform: manager.platform,
    architecture: manager.architecture,
    created_at: time(manager.createdAt),
    contacted_at: time(manager.contactedAt),
    ip_address: manager.ipAddress,
    status: statusOf(manager, now),
  }
}

function statusOf(manager: RunnerManager, now: Instant): 'online' | 'offline' | 'stale' {
  const [offline = 0, stale = 0] = changesOfStatus(manager)
  if (now < offline) return 'online'
  return now < stale ? 'offline' : 'stale'
}

/** When a silent runner begins to count as offline, and when as stale. Fact `runner-contact-times`. */
export function changesOfStatus({ contactedAt }: RunnerManager): readonly Instant[] {
  return [contactedAt + 2 * hour, contactedAt + 7 * 24 * hour]
}
