import { operations } from '@jobs-api/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExampleServer, type FreshWorld, freshWorld } from '../../examples/fresh-server.ts'
import { sendRequest } from '../../examples/request.ts'
import { complaints } from './judge.ts'
import { madeUpRequests } from './requests.ts'

// Requests made up from the contract: nothing undocumented is ever answered, nothing is an accident, nothing hangs.

const count = 10_000
const seed = Number(process.env['FUZZ_SEED'] ?? 20261120)
/** After so many requests the world is worn out: erased, deleted, canceled. */
const worldLasts = 40

/** Statuses that take another server or a world of their own; the contract's examples reach them. */
const elsewhere = (status: string) => ['302', '429', '500', '503', '409'].includes(status)

let server: ExampleServer
let world: FreshWorld | undefined
beforeAll(async () => {
  server = await ExampleServer.start()
})
afterAll(async () => {
  await server.stop()
  await world?.remove()
})

test(`${count} made-up requests (seed ${seed})`, { timeout: 240_000 }, async () => {
  const seen = new Map<string, number>()
  let successes = 0
  for (const [index, { operationId, request }] of fc.sample(madeUpRequests, { numRuns: count, seed }).entries()) {
    if (index % worldLasts === 0) {
      await world?.remove()
      world = await freshWorld()
      server.enter(world)
    }
    const answer = await sendRequest(server.port, operationId, request)
    const wrong = complaints(operationId, answer)
    if (wrong.length > 0 || answer.status >= 500)
      throw new Error(
        `${operationId} ${JSON.stringify(request)}\n${answer.status} ${answer.body.toString().slice(0, 300)}\n${wrong.join('\n')}`,
      )
    const key = `${operationId} ${answer.status}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
    if (answer.status < 300) successes++
  }
  expect(successes / count).toBeGreaterThan(0.4)
  const wanted = Object.entries(operations).flatMap(([id, { answers }]) =>
    Object.keys(answers).map((status) => [`${id} ${status}`, status] as const),
  )
  expect(wanted.filter(([key, status]) => !seen.has(key) && !elsewhere(status)).map(([key]) => key)).toEqual([])
})
