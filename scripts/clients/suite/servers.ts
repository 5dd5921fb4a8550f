import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { readSettings, start } from '@jobs-api/server'
import { hastyClock } from '../hasty-clock.ts'
import type { Surroundings } from './case.ts'
import { startScriptedServer } from './scripted-server.ts'

/** So that a job of ten seconds takes one. */
const haste = 10

/** What a run of the suite is about: a fresh reference server with runners at work, and a server that answers by a script. */
export async function startServers() {
  const world = fileURLToPath(new URL('world.yaml', import.meta.url))
  const flags = ['--port=0', '--data=:memory:', '--log-level=error', `--world=${world}`, '--cors-origin=*']
  const accidents: string[] = []
  const reference = await start(
    readSettings(flags, {}),
    { say: () => undefined, complain: (line) => accidents.push(line) },
    hastyClock(haste),
  )
  const scripted = await startScriptedServer()
  const addresses = { baseUrl: `${reference.url}/api/v4`, scripted: scripted.home, nobody: await freeAddress() }
  return {
    addresses: addresses satisfies Omit<Surroundings, 'platform'>,
    /** What went wrong in the reference server. */
    accidents,
    stop: async () => void (await Promise.all([reference.stop(), scripted.stop()])),
  }
}

/** An address that was free a moment ago. */
async function freeAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return `http://127.0.0.1:${port}/api/v4`
}
