import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { surfaceOf } from './surface.ts'

const client = `
interface User { name: string; skype?: string | null }
export type Job = { id: number; status: 'success' | 'failed'; user: User | null; tags: string[]; stages: { name: string }[]; parent: Job | null }
export interface Methods { getJob(job: number, options?: { force?: boolean }): Promise<Job> }
export class Failure extends Error { readonly status: number = 0; private secret = 1; #own = 2; show() { return this.secret + this.#own } }
export const version = '1'
`

test('a surface has every member that a program can name, and no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-surface-'))
  try {
    await mkdir(join(folder, 'packages/client/src'), { recursive: true })
    await writeFile(join(folder, 'packages/client/src/index.ts'), client)
    const surface = surfaceOf({ name: 'small', folder })
    expect(surface?.get('Job.status')).toBe('"failed" | "success"')
    expect(surface?.get('Job.user')).toBe('an object | null')
    expect(surface?.get('Job.user.skype')).toBe('optional: null | string | undefined')
    expect(surface?.get('Job.tags[]')).toBe('string')
    expect(surface?.get('Job.stages[].name')).toBe('string')
    expect(surface?.get('Job.parent')).toBe('an object | null')
    expect(surface?.get('Methods.getJob(options).force')).toBe('optional: boolean | undefined')
    expect(surface?.get('Methods.getJob().user.name')).toBe('string')
    expect(surface?.get('Failure.status')).toBe('number')
    expect([...(surface?.keys() ?? [])].filter((path) => /secret|own|parent\./.test(path))).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a revision without a client has none', () => {
  expect(surfaceOf({ name: 'bare', folder: '/nowhere' })).toBeUndefined()
})
