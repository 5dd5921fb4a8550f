import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServers } from '../../clients/suite/servers.ts'
import { type Outcome, suite } from '../../clients/suite/suite.ts'
import { browser } from './browser.ts'
import { installEverything } from './package-on-disk.ts'
import { programs } from './programs.ts'
import { workerd } from './workerd.ts'

// One suite, from the packed package, wherever the client is used. Each runtime has servers of its own.

const runtimes = { ...programs, ...browser, ...workerd }
const table = new Map<string, readonly Outcome[]>()

let place = ''
beforeAll(async () => {
  place = await installEverything()
}, 300_000)
afterAll(async () => {
  await rm(place, { recursive: true, force: true })
  console.log(printed())
})

test.each(Object.entries(runtimes))('%s', { timeout: 120_000 }, async (name, run) => {
  const servers = await startServers()
  try {
    const outcomes = await run(place, servers.addresses)
    table.set(name, outcomes)
    expect(outcomes.map((outcome) => outcome.name).sort()).toEqual(Object.keys(suite).sort())
    expect(outcomes.filter(({ reason, isSkipped }) => reason !== undefined && isSkipped !== true)).toEqual([])
    expect(servers.accidents).toEqual([])
  } finally {
    await servers.stop()
  }
})

function printed(): string {
  const rows = [...table].flatMap(([name, outcomes]) => {
    const skipped = outcomes.filter(({ isSkipped }) => isSkipped === true)
    const failed = outcomes.filter(({ reason }) => reason !== undefined).length - skipped.length
    const counts = `${outcomes.length - skipped.length - failed} passed, ${failed} failed, ${skipped.length} not for it`
    return [`${name.padEnd(26)}${counts}`, ...skipped.map((outcome) => `  - ${outcome.name}: ${outcome.reason}`)]
  })
  return `${Object.keys(suite).length} cases\n${rows.join('\n')}`
}
