import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { type Outcome, replyIn, type Task } from './protocol.ts'

/** How to start a client program: the command, its arguments, and what it finds in its environment beside ours. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The program ended, or said nothing for too long. */
export class Silence extends Error {
  override name = 'Silence'
}

/** Programs have groups of their own, so they would not hear the signal that ends us. */
const running = new Set<ClientProgram>()
const stopAll = () => {
  for (const program of running) program.stop()
}

/** A client program that runs, and does one task after the other. */
export class ClientProgram {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #waiting = new Map<number, (outcome: Outcome) => void>()
  readonly #over: Promise<unknown>
  #lastWords = ''
  #tasks = 0

  constructor({ file, args, env }: Command) {
    this.#child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const reply = replyIn(line)
      if (reply !== undefined) this.#waiting.get(reply.id)?.(reply)
    })
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#lastWords = (this.#lastWords + chunk).slice(-1000)))
    this.#child.stdin.on('error', () => undefined) // it has ended, which `do` says
    if (running.size === 0) process.on('exit', stopAll)
    running.add(this)
    this.#over = new Promise((resolve) => {
      this.#child.once('close', resolve)
      this.#child.once('error', ({ message }) => {
        this.#lastWords = message
        resolve(message)
      })
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** Rejects with `Silence` if no reply comes in time, or none can come any more. */
  async do(task: Omit<Task, 'id'>, patienceInMs: number): Promise<Outcome> {
    const id = ++this.#tasks
    const own = new AbortController()
    try {
      return await Promise.race([
        new Promise<Outcome>((resolve) => {
          this.#waiting.set(id, resolve)
          this.#child.stdin.write(`${JSON.stringify({ ...task, id })}\n`)
        }),
        this.#over.then(() => {
          throw new Silence(`the program ended: ${this.#lastWords.trim() || 'without a word'}`)
        }),
        silenceAfter(patienceInMs, own.signal),
      ])
    } finally {
      own.abort()
      this.#waiting.delete(id)
    }
  }

  /** Ends it and whatever it has started. */
  stop(): void {
    running.delete(this)
    if (running.size === 0) process.off('exit', stopAll)
    if (this.pid === undefined) return
    try {
      process.kill(-this.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}

function silenceAfter(inMs: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Silence(`no reply within ${inMs} ms`)), inMs)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}
