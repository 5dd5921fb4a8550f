import { expect, test } from 'vitest'
import { sizeOf } from './bundle-client.ts'

const program = (body: string) => `import * as all from '@jobs-api/client'
export const jobs = all.createJobsClient({ baseUrl: 'https://gitlab.example.com/api/v4', token: 't' })
${body}`

test('a program that lists and reads jobs brings at most 6 kB, gzipped', async () => {
  const size = await sizeOf(program('export const seen = [jobs.listProjectJobs(1), jobs.getJob(1, 2)]'))
  expect(size).toBeLessThanOrEqual(6_000)
  expect(size).toBeGreaterThan(3_000) // else it would not be the whole program
})

test('everything together is at most 10 kB, gzipped', async () => {
  expect(await sizeOf("export * from '@jobs-api/client'")).toBeLessThanOrEqual(10_000)
})
