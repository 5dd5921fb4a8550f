import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memory } from './remember.ts'
import type { Tree } from './tree.ts'

export interface Started {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The server or the mock of a revision, as its users start it. */
export async function start({ folder }: Tree, kind: 'server' | 'mock'): Promise<Started> {
  const data = await mkdtemp(join(tmpdir(), 'jobs-api-review-data-'))
  const program = join(folder, `packages/${kind}/src/main.ts`)
  const ofServer = ['--data', data, '--world', 'demo', '--runners', 'on', '--log-level', 'error']
  const args = ['--port', '0', ...(kind === 'server' ? ofServer : [])]
  const env = { ...process.env, NODE_COMPILE_CACHE: join(memory, 'compiled') }
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  // What goes wrong in a trial is told by its outcome; here it is of use only if there is no start.
  child.stderr.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-1000)
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill()
    await ended
    await rm(data, { recursive: true, force: true })
  }
  let screen = ''
  for await (const chunk of child.stdout) {
    screen += String(chunk)
    const [, url] = /(http:\/\/[\d.:]+)\/api\/v4/.exec(screen) ?? []
    if (url === undefined) continue
    child.stdout.resume()
    return { url, stop }
  }
  await stop()
  throw new Error(`the ${kind} of ${folder} did not start: ${screen.slice(-500)}${complaint}`)
}
