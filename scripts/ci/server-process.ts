import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { root } from '../pack/pack.ts'

/** The reference server as its users have it: a process of its own, with an empty data folder, which it fills with the demo world. */
export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
}

export async function startServer(...flags: readonly string[]): Promise<ServerProcess> {
  const data = await mkdtemp(join(tmpdir(), 'jobs-api-server-'))
  const program = join(root, 'packages/server/src/main.ts')
  const own = ['--port', '0', '--data', data, '--log-level', 'error']
  const server = spawn(process.execPath, [program, ...own, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const stop = async () => {
    server.kill()
    await ended
    await rm(data, { recursive: true, force: true })
  }
  try {
    return { url: await addressOf(server), stop }
  } catch (error) {
    await stop()
    throw error
  }
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
