import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import * as client from '@jobs-api/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from './suite/case.ts'
import { startServers } from './suite/servers.ts'
import { caseOf, contextOf, suite } from './suite/suite.ts'

// The suite of the client on this Node, from its source. Other runtimes run the same cases with the packed package.

let servers: Awaited<ReturnType<typeof startServers>>
let folder: string
let context: Context
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jobs-api-suite-'))
  servers = await startServers()
  const show = (value: unknown) => inspect(value, { depth: 12, showHidden: true })
  context = contextOf(client, { ...servers.addresses, platform: 'node', folder, inspect: show })
})
afterAll(async () => {
  await Promise.all([servers.stop(), rm(folder, { recursive: true, force: true })])
  expect(servers.accidents).toEqual([])
})

test.concurrent.each(Object.entries(suite).map(([name, entry]) => [name, caseOf(entry)] as const))('%s', async (_, { run, except }) => {
  expect(except.node).toBeUndefined()
  await run(context)
})
