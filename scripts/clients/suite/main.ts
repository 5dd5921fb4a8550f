import process from 'node:process'
import { setTimeout } from 'node:timers'
import { inspect } from 'node:util'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import * as client from '@jobs-api/client'
import type { Surroundings } from './case.ts'
import { type Outcome, runSuite } from './suite.ts'

// The suite as a program of Node or Deno: surroundings come as an argument, the outcomes go to the screen, both as JSON.
// With `thread` as a second argument it does its work in a worker thread.

const [given = '', place] = process.argv.slice(2)

function inAThread(): Promise<readonly Outcome[]> {
  const worker = new Worker(new URL(import.meta.url), { argv: [given] })
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

const deno: unknown = Reflect.get(globalThis, 'Deno')
const options = { depth: 12, showHidden: true }
const show = (value: unknown): string =>
  typeof deno === 'object' ? String(Reflect.apply(Reflect.get(Object(deno), 'inspect'), deno, [value, options])) : inspect(value, options)

const surroundings: Surroundings = { ...JSON.parse(given), inspect: show }
const outcomes = place === 'thread' ? await inAThread() : await runSuite(client, surroundings)
if (isMainThread) {
  console.log(JSON.stringify(outcomes))
  setTimeout(stillHere, 10_000).unref()
} else parentPort?.postMessage(outcomes)

/** A program whose client has let go of everything ends by itself. */
function stillHere(): never {
  const broken = outcomes.filter(({ reason, isSkipped }) => reason !== undefined && isSkipped !== true)
  console.error(`still here 10 s after the last case; broken were ${JSON.stringify(broken)}`)
  process.exit(1)
}
