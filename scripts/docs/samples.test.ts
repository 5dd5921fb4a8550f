import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Example, isObject, operations } from '@jobs-api/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SampleServer, shownExamples, written } from './sample-runs.suite.ts'
import { sampleOf } from './samples.ts'

// Every program that the pages show, run as it stands; `scripts/ci` runs the lines for curl.

let server: SampleServer
beforeAll(async () => {
  server = await SampleServer.start()
})
afterAll(() => server.stop())

type Shown = (typeof shownExamples)[number]

/** Runs a program and gives back what it printed, an array for each line. */
async function printedBy(example: Shown, kind: string, source: string): Promise<unknown[][]> {
  const path = await written(example, `${kind}.mjs`, server.here(source))
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    const changes = operations[example.operationId].method !== 'get'
    await server.inWorld(changes, () => import(pathToFileURL(resolve(path)).href))
    return print.mock.calls
  } finally {
    print.mockRestore()
  }
}

/** What a program prints that reads an answer as a whole. */
function whole({ value, mediaType, isBase64, status }: Example): unknown {
  if (mediaType === undefined) return status
  return isBase64 ? Buffer.from(String(value), 'base64').length : value
}

const named = shownExamples.map((example) => [`${example.operationId}/${example.name}`, example] as const)

test.each(named)('%s with bare fetch', async (_, example) => {
  expect(await printedBy(example, 'fetch', sampleOf(example).fetch)).toEqual([[whole(example)]])
})

test.each(named)('%s with the client', async (_, example) => {
  const printed = await printedBy(example, 'client', sampleOf(example).client)
  const { value, mediaType } = example
  if (mediaType === undefined) return expect(printed).toEqual([])
  if (!Array.isArray(value)) return expect(printed).toEqual([[whole(example)]])
  // A list goes on behind the page that the example shows.
  const shown = value.filter(isObject).map(({ id, name, status, path }) => (id === undefined ? [path] : [id, name, status]))
  expect(printed.slice(0, shown.length)).toEqual(shown)
})
