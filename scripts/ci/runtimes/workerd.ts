import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../clients/suite/suite.ts'
import type { RunSuite } from './programs.ts'

const program = `
import { runSuite } from './suite.js'
import * as client from './client.js'
export default {
  async fetch(request) {
    return Response.json(await runSuite(client, await request.json()))
  }
}`

/** https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
const configuration = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "this-machine", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
const suite :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "suite.js", esModule = embed "suite.js"),
    (name = "client.js", esModule = embed "node_modules/@jobs-api/client/dist/index.js"),
  ],
  compatibilityDate = "2026-11-01",
  globalOutbound = "this-machine",
);`

/** The suite in the runtime of Cloudflare Workers, asked for by one request. */
const inAWorker: RunSuite = async (place, addresses) => {
  await writeFile(join(place, 'worker.js'), program)
  await writeFile(join(place, 'workerd.capnp'), configuration)
  const executable = join(place, 'node_modules/workerd/bin/workerd')
  const child = spawn(executable, ['serve', 'workerd.capnp', '--control-fd=1'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    const silence = ended.then(() => Promise.reject(new Error('workerd ended by itself')))
    const [line]: Buffer[] = await Promise.race([once(child.stdout, 'data'), silence])
    const { port }: { port: number } = JSON.parse(String(line))
    const body = JSON.stringify({ ...addresses, platform: 'workerd' })
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body })
    return (await answer.json()) as readonly Outcome[]
  } finally {
    child.kill()
    await ended
  }
}

export const workerd: Readonly<Record<string, RunSuite>> = { workerd: inAWorker }
