import { downloadArtifacts, followLog, type JobsClient } from '@jobs-api/client'
import { file, jobOf, log, type Place, still } from './yard.ts'

/** What must be done once: doing it twice is not the same as doing it once. */
export const onceOnly = {
  play: (jobs, id) => jobs.playJob(1, id),
  retry: (jobs, id) => jobs.retryJob(1, id),
  erase: (jobs, id) => jobs.eraseJob(1, id),
  trigger: (jobs, id) => jobs.playJob(1, id),
} as const satisfies Partial<Record<Place, (jobs: JobsClient, id: number) => Promise<unknown>>>
export type OnceOnly = keyof typeof onceOnly

interface Errand {
  /** Gives back something of the answer. */
  readonly call: (jobs: JobsClient, pipeline: number) => Promise<unknown>
  /** What that must be. */
  readonly want: (pipeline: number) => unknown
}

/** What may be repeated, and has to succeed in the end. */
export const repeatable: Readonly<Record<string, Errand>> = {
  cancelJob: {
    call: async (jobs, pipeline) => (await jobs.cancelJob(1, jobOf(pipeline, 'cancel'))).status,
    want: () => 'canceled',
  },
  keepJobArtifacts: {
    call: async (jobs, pipeline) => (await jobs.keepJobArtifacts(1, jobOf(pipeline, 'keep'))).artifacts_expire_at,
    want: () => null,
  },
  getJob: {
    call: async (jobs, pipeline) => (await jobs.getJob('harbor/yard', jobOf(pipeline, 'keep'))).name,
    want: (pipeline) => `keep ${pipeline}`,
  },
  getJobLog: {
    call: (jobs, pipeline) => jobs.getJobLog(1, jobOf(pipeline, 'keep')),
    want: () => log,
  },
  listPipelineJobs: {
    call: async (jobs) => (await jobs.listPipelineJobs(2, still, { per_page: 2 }).all({ max: 10 })).map(({ id }) => id - still).join(),
    want: () => '5,4,3,2,1',
  },
  listJobArtifactTree: {
    call: async (jobs, pipeline) => (await jobs.listJobArtifactTree(1, jobOf(pipeline, 'keep')).first(1))[0]?.path,
    want: () => 'a b.txt',
  },
  downloadArtifacts: {
    call: async (jobs, pipeline) =>
      new Response(await downloadArtifacts(jobs, { project: 1, job: jobOf(pipeline, 'keep'), path: 'a b.txt' })).text(),
    want: () => file,
  },
  followLog: {
    async call(jobs, pipeline) {
      const chunks: Uint8Array[] = []
      for await (const chunk of followLog(jobs, 1, jobOf(pipeline, 'keep'), { intervalInMs: 5 })) chunks.push(chunk)
      return Buffer.concat(chunks).toString()
    },
    want: () => log,
  },
}
