export { createJobsClient, type JobsClientOptions } from './client.ts'
export type { CallInput, Data, JobsClient, Refusal, Result } from './types.ts'
