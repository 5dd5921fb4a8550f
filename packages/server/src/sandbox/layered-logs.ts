import { buffer } from 'node:stream/consumers'
import type { LogStore } from '../storage/log-store.ts'

/** Logs over others that stay as they are: whatever is changed is a copy from then on. */
export function layeredLogs(below: Pick<LogStore, 'read'>, above: LogStore): LogStore {
  const taken = new Set<number>()
  return {
    async append(job, bytes) {
      const before = taken.has(job) ? undefined : await below.read(job)
      taken.add(job)
      if (before !== undefined) await above.append(job, await buffer(before.open(0, before.size)))
      await above.append(job, bytes)
    },
    read: async (job) => (taken.has(job) ? above : below).read(job),
    async remove(jobs) {
      for (const job of jobs) taken.add(job)
      await above.remove(jobs)
    },
  }
}
