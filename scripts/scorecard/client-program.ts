import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { inspect } from 'node:util'
import type { Errand, Task } from '@jobs-api/conformance/scorecard'

/** A task of one kind. */
export type TaskOf<Name extends Errand['task']> = Extract<Task, { task: Name }>

/** How a client does each task; a text in place of a function says why it cannot. */
export type Client = { readonly [Name in Errand['task']]: ((task: TaskOf<Name>) => Promise<unknown>) | string }

/** An error that a client returned and did not throw. */
export class Returned extends Error {
  override name = 'Returned'
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(typeof body === 'string' ? body : JSON.stringify(body))
    this.status = status
    this.body = body
  }
}

/** Thrown by a client's function where what is missing shows only from the task. */
export class NotOffered extends Error {}

/** Does tasks from the standard input, one a line, until it ends. `statusOf` finds the status in an error of the client. */
export async function serveTasks(client: Client, statusOf: (error: Error) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const task: Task = JSON.parse(line)
    const outcome = await outcomeOf(client, task, statusOf)
    process.stdout.write(`${JSON.stringify({ id: task.id, ...outcome })}\n`)
  }
}

async function outcomeOf(client: Client, task: Task, statusOf: (error: Error) => unknown): Promise<object> {
  // The compiler does not see that a function and a task found by the same name belong together.
  const does = client[task.task] as ((task: Task) => Promise<unknown>) | string
  if (typeof does === 'string') return { not_offered: does }
  try {
    return { value: await does(task) }
  } catch (error) {
    if (error instanceof NotOffered) return { not_offered: error.message }
    const { name, message } = error instanceof Error ? error : { name: 'thrown', message: String(error) }
    return { error: { name, message, status: error instanceof Error ? statusOf(error) : undefined, shown: inspect(error) } }
  }
}

/** A signal that ends the call as the task wants it ended. */
export function signalFor({ abort_after_ms, timeout_in_ms }: Task): AbortSignal | undefined {
  if (abort_after_ms !== undefined) {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), abort_after_ms)
    return controller.signal
  }
  return timeout_in_ms === undefined ? undefined : AbortSignal.timeout(timeout_in_ms)
}

/** Counts the bytes of a stream and keeps none. */
export async function lengthOf(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of stream) length += chunk.length
  return length
}

/** Writes a stream into a file, chunk by chunk. */
export async function save(stream: AsyncIterable<Uint8Array>, to: string): Promise<void> {
  const file = await open(to, 'w')
  try {
    for await (const chunk of stream) await file.write(chunk)
  } finally {
    await file.close()
  }
}
