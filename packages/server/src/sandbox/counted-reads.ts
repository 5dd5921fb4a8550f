import type { JobReader } from '../storage/job-store.ts'
import type { Job } from '../storage/records.ts'
import type { Stores } from '../world/load-world.ts'

/** The same stores for one request that reads; told of each job that it shows, once. */
export function countedReads({ store, logs, archives }: Stores, tell: (job: Job) => void): Stores {
  const known = new Map<number, Job>()
  const told = new Set<number>()
  const shown = (job: Job) => {
    if (!told.has(job.id)) tell(job)
    told.add(job.id)
  }
  const counting = (reader: JobReader): JobReader => ({
    ...reader,
    job: async (id) => {
      const job = await reader.job(id)
      if (job !== undefined) known.set(id, job)
      return job
    },
    details: async (jobs) => {
      for (const job of jobs) shown(job)
      return reader.details(jobs)
    },
  })
  return {
    store: {
      read: (ask) => store.read((reader) => ask(counting(reader))),
      write: (change) => store.write(change),
      close: () => store.close(),
    },
    logs: {
      ...logs,
      read: (id) => {
        const job = known.get(id)
        if (job !== undefined) shown(job)
        return logs.read(id)
      },
    },
    archives,
  }
}
