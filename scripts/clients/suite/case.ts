import type { JobsClient } from '@jobs-api/client'
import { assert } from 'chai'

// What the cases of the suite share. Nothing here, nor in the cases, may need more than what all runtimes have: the suite
// runs in browsers as well.

type Client = typeof import('@jobs-api/client')
export type Platform = 'node' | 'deno' | 'browser' | 'workerd'

/** Where the suite runs, and what it is run against. */
export interface Surroundings {
  readonly platform: Platform
  /** The reference server with `world.yaml`, up to and including `/api/v4`. */
  readonly baseUrl: string
  /** A server that answers by a script, and where it listens a second time: another origin. */
  readonly scripted: string
  /** An address at which nobody listens. */
  readonly nobody: string
  /** A folder to write to; none in browsers. */
  readonly folder?: string | undefined
  /** How the runtime shows a value to whoever looks for mistakes; not all do it as text. */
  readonly inspect?: ((value: unknown) => string) | undefined
}

export interface Context extends Surroundings {
  readonly client: Client
  /** With a token that may do everything. */
  readonly jobs: JobsClient
}

export type Run = (context: Context) => Promise<void>

/** A promise that is kept on every runtime but those that are excepted, each with the reason. */
export interface Case {
  readonly run: Run
  readonly except: Partial<Record<Platform, string>>
}

/** Cases by the sentence that each of them proves. */
export type Cases = Readonly<Record<string, Run | Case>>

/** A case that some runtimes cannot run. */
export const except = (reasons: Case['except'], run: Run): Case => ({ except: reasons, run })

export const token = 'demo-olga-personal'

/** What a promise was rejected with; that it was kept is a mistake. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome) return outcome.error
  return assert.fail(`expected a rejection, got ${JSON.stringify(outcome.value)}`)
}

/** Asserts that a call was rejected with the client's own error, and with these of its members. */
export async function refused({ client }: Context, promise: Promise<unknown>, want: Readonly<Record<string, unknown>>): Promise<void> {
  const error = await rejection(promise)
  assert.instanceOf(error, client.JobsApiError)
  assert.deepEqual(Object.fromEntries(Object.keys(want).map((name) => [name, Reflect.get(Object(error), name)])), want)
}

/** Every item of whatever can be walked. */
export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** All bytes of a stream. `new Response(stream)` could do this as well, but in Chromium it hides the error that a stream ends in. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(new Uint8Array(read.value))
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

export const textOf = async (stream: ReadableStream<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytesOf(stream))

/** How many milliseconds something took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
