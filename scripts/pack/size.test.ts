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

const validated = (use: string) => `import * as all from '@jobs-api/client'
import { validateAnswers } from '@jobs-api/client/validation'
export const jobs = all.createJobsClient({ baseUrl: 'https://gitlab.example.com/api/v4', token: 't' ${use} })`

test('validation brings nothing where it is not used, and at most 3.5 kB where it is', async () => {
  const without = await sizeOf(program(''))
  expect(await sizeOf(validated(''))).toBe(without)
  const added = (await sizeOf(validated(', validate: validateAnswers({ checks: {} })'))) - without
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(3_500)
})
