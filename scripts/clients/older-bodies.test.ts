import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createJobsClient } from '@jobs-api/client'
import { expect, test } from 'vitest'

// What the documents of older editions show lacks members that an answer of today has; a program must get it all the same.

const fixtures = 'openapi/editions/fixtures'
const files = (await readdir(fixtures, { recursive: true })).filter((file) => /bodies\/.*\.json$/.test(file))
const bodies = await Promise.all(files.map(async (file) => [file, JSON.parse(await readFile(join(fixtures, file), 'utf8'))] as const))

test('there are bodies of five editions', () => {
  expect(new Set(files.map((file) => file.split('/')[0])).size).toBe(5)
})

test.each(bodies)('%s is read as it stands', async (_, body) => {
  const jobs = createJobsClient({ baseUrl: 'https://gitlab.example/api/v4', token: 't', fetch: async () => Response.json(body) })
  if (Array.isArray(body)) expect(await jobs.listProjectJobs(1).all({ max: 100 })).toEqual(body)
  else expect(await jobs.getJob(1, 1)).toEqual(body)
})
