import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Cell, Outcome } from '@jobs-api/review'
import { type Hero, heroes } from '../clients/heroes.ts'
import type { Tree } from './tree.ts'

const examplesOf = ({ folder }: Tree) => join(folder, 'packages/client/examples')

/** Runs the client's examples of one revision against the server of another, in a fresh demo world whose runners are at work. */
export async function cellOf(client: Tree, server: Tree): Promise<Cell> {
  const files: readonly string[] = await readdir(examplesOf(client)).catch(() => [])
  const known = Object.entries(heroes).filter(([name]) => files.includes(`${name}.ts`))
  const missing: Outcome[] =
    files.length === 0 ? [{ program: 'examples', passed: false, message: 'this revision has none, so nothing was run' }] : []
  if (missing.length > 0) return { client: client.name, server: server.name, outcomes: missing }
  const started = await start(server)
  try {
    const outcomes: Outcome[] = []
    for (const [name, hero] of known) outcomes.push(await outcomeOf(client, name, hero, started.url))
    return { client: client.name, server: server.name, outcomes }
  } finally {
    await started.stop()
  }
}

/** A program that takes longer than this is stuck. */
const patienceInMs = 60_000

async function outcomeOf(client: Tree, program: string, { args, says, token }: Hero, url: string): Promise<Outcome> {
  const env = { ...process.env, JOBS_URL: `${url}/api/v4`, JOBS_TOKEN: token ?? 'demo-mia-personal' }
  const child = spawn(process.execPath, [join(examplesOf(client), `${program}.ts`), ...args], {
    env,
    cwd: client.folder,
    timeout: patienceInMs,
  })
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (child.exitCode === 0 && says.test(said)) return { program, passed: true }
  const words =
    child.exitCode === 0
      ? `said ${JSON.stringify(said.slice(0, 200))}`
      : (complained.split('\n').find((line) => /error/i.test(line)) ?? complained.slice(0, 200))
  return { program, passed: false, message: words.trim() }
}

/** The server of a revision, as its users start it. */
async function start({ folder }: Tree): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'jobs-api-review-data-'))
  const program = join(folder, 'packages/server/src/main.ts')
  const args = ['--port', '0', '--data', data, '--world', 'demo', '--runners', 'on', '--log-level', 'error']
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
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
  throw new Error(`the server of ${folder} did not start: ${screen.slice(-500)}`)
}
