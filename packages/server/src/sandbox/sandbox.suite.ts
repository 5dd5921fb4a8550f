import { afterAll, expect } from 'vitest'
import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts'

// What tests of the sandbox share: one whose clock stands still, and a way to ask it things.

export const opened = Date.UTC(2026, 10, 20, 10)

/** A sandbox for the tests of one file; a test during which an accident happens fails. */
export async function openSandbox(options: SandboxOptions = {}) {
  const accidents: unknown[] = []
  const sandbox: Sandbox = await createSandbox({ at: opened, speed: 0, report: ({ error }) => void accidents.push(error), ...options })
  afterAll(async () => {
    await sandbox.close()
    expect(accidents, 'accidents').toEqual([])
  })
  let names = 0

  /** A universe of its own, for one test. */
  const universe = async (name = `test-${++names}`) => {
    const send = async (method: string, path: string, { body, as = 'dana', headers = {} }: Question = {}) =>
      sandbox.fetch(path, {
        method,
        headers: {
          'X-Jobs-Universe': name,
          ...(as === null ? {} : { 'PRIVATE-TOKEN': `demo-${as}-personal` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    /** What goes wrong from now on. */
    const fault = async (...faults: readonly object[]) => {
      for (const each of faults) expect(await ask('POST /sandbox/faults', { body: each })).toMatchObject({ status: 201, body: each })
    }
    const ask = async (line: string, question?: Question): Promise<{ status: number; body: unknown }> => {
      const [method = '', path = ''] = line.split(' ')
      const answer = await send(method, path.startsWith('/projects') ? `/api/v4${path}` : path, question)
      const text = await answer.text()
      return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text }
    }
    return {
      name,
      send,
      ask,
      fault,
      universe: await sandbox.universe(name),
      advance: (time: string) => ask('POST /sandbox/clock', { body: { advance: time } }),
      status: async (job: number) => Object(await jobOf(ask, job))['status'],
      log: async (job: number) => String((await ask(`GET /projects/1/jobs/${job}/trace`)).body),
    }
  }
  return { sandbox, universe }
}

interface Question {
  readonly body?: unknown
  readonly as?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

const jobOf = async (ask: (line: string) => Promise<{ body: unknown }>, job: number) => (await ask(`GET /projects/1/jobs/${job}`)).body
