import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** A server in a process of its own, which can be asked what it has cost so far. */
export interface MeasuredServer {
  readonly url: string
  /** User and system time of the whole process since it began, in microseconds. */
  cpu(): Promise<number>
  /** What it has in memory now, in bytes. */
  memory(): Promise<number>
  /** All that it can tell; `begin` makes it forget how late it was. */
  cost(question?: 'cost' | 'begin'): Promise<Cost>
  stop(): Promise<void>
}

interface Cost extends NodeJS.CpuUsage {
  readonly rss: number
  /** Milliseconds that its event loop came late, in 99 of 100 cases. */
  readonly lateness: number
}

/** Starts a server program, which must print its address; `environment` is added to that of the benchmark. */
export async function startMeasured(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<MeasuredServer> {
  const execArgv = ['--import', path('report-cpu.ts')]
  const env = { ...process.env, ...environment }
  const child = fork(path(program), args, { execArgv, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const url = await addressOf(child)
  const cost = (question: 'cost' | 'begin' = 'cost') => ask<Cost>(child, question)
  return {
    url,
    cpu: async () => {
      const { user, system } = await cost()
      return user + system
    },
    memory: async () => (await cost()).rss,
    cost,
    stop: () => stop(child),
  }
}

/** Starts a program that answers each message with one. */
export function startAnswering<Question extends object, Answer>(program: string, args: readonly string[] = []) {
  const child = fork(path(program), args)
  return { ask: (question: Question) => ask<Answer>(child, question), stop: () => stop(child) }
}

async function ask<Answer>(child: ChildProcess, question: object | string): Promise<Answer> {
  const answered = new AbortController()
  const ended = once(child, 'exit', { signal: answered.signal }).then((): never => {
    throw new Error('the process ended while it was being asked')
  })
  const answer = once(child, 'message')
  child.send(question)
  const [message] = await Promise.race([answer, ended])
  answered.abort()
  return message as Answer
}

async function addressOf(child: ChildProcess): Promise<string> {
  let screen = ''
  for await (const chunk of child.stdout ?? []) {
    screen += String(chunk)
    const [, url] = /(http:\/\/[\d.]+:\d+)/.exec(screen) ?? []
    if (url !== undefined) return url
  }
  throw new Error(`the server ended before it listened: ${screen}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill()
  await ended
}
