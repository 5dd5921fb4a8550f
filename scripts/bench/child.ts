import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** A server in a process of its own, which can be asked what it has cost so far. */
export interface MeasuredServer {
  readonly url: string
  /** User and system time of the whole process since it began, in microseconds. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server program; it must print its address. */
export async function startMeasured(program: string, args: readonly string[]): Promise<MeasuredServer> {
  const child = fork(path(program), args, { execArgv: ['--import', path('report-cpu.ts')], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const url = await addressOf(child)
  return {
    url,
    cpu: async () => {
      const { user, system }: NodeJS.CpuUsage = await ask(child, 'cpu')
      return user + system
    },
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
