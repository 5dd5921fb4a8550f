import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { root } from '../pack/pack.ts'

/** The reference server as its users have it: a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Tells it to stop, and waits until it has. */
  stop(): Promise<void>
  /** Leaves it no time for anything, as a power cut would. */
  kill(): Promise<void>
}

/** With an empty data folder, which it fills with the demo world, and which goes when it stops. */
export async function startServer(...flags: readonly string[]): Promise<ServerProcess> {
  const data = await mkdtemp(join(tmpdir(), 'jobs-api-server-'))
  const remove = () => rm(data, { recursive: true, force: true })
  try {
    const server = await listening(spawnServer(data, ...flags))
    return { ...server, stop: () => server.stop().then(remove), kill: () => server.kill().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The sandbox, which keeps nothing. */
export const startSandbox = (...flags: readonly string[]): Promise<ServerProcess> =>
  listening(spawnProgram('sandbox', '--port', '0', ...flags))

export type Spawned = ReturnType<typeof spawnProgram>

/** Starts one on a data folder that stays, and does not wait until it listens. Its runners rest unless told otherwise. */
export const spawnServer = (data: string, ...flags: readonly string[]): Spawned =>
  spawnProgram('--port', '0', '--data', data, '--log-level', 'error', '--runners', 'off', ...flags)

function spawnProgram(...args: readonly string[]) {
  const program = join(root, 'packages/server/src/main.ts')
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** Waits until it listens; one that ends before is an error. */
export async function listening({ child, stop, kill }: Spawned): Promise<ServerProcess> {
  return { url: await addressOf(child), pid: child.pid ?? 0, stop, kill }
}

/** What the server says of itself once it listens. */
async function addressOf(server: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let screen = ''
  for await (const chunk of server.stdout) {
    screen += String(chunk)
    const [, url] = /(http:\S+)\/api\/v4/.exec(screen) ?? []
    if (url !== undefined) {
      server.stdout.resume()
      return url
    }
  }
  throw new Error(`the server ended before it listened: ${screen}`)
}
