import { join } from 'node:path'
import type { Platform, Surroundings } from '../../clients/suite/case.ts'
import type { Outcome } from '../../clients/suite/suite.ts'
import { run } from '../../pack/pack.ts'

/** Runs the suite in one place, and tells how each case ended. */
export type RunSuite = (place: string, addresses: Omit<Surroundings, 'platform'>) => Promise<readonly Outcome[]>

/** The suite as a program of its own, on a runtime that is started like this. */
function program(command: (place: string) => readonly string[], platform: Platform, ...more: readonly string[]): RunSuite {
  return async (place, addresses) => {
    const [executable = '', ...flags] = command(place)
    const surroundings: Surroundings = { ...addresses, platform, folder: place }
    const env = { ...process.env, NO_COLOR: '1' }
    const { stdout } = await run(executable, [...flags, 'main.js', JSON.stringify(surroundings), ...more], { cwd: place, env })
    return JSON.parse(stdout)
  }
}

const node = (name: string) => (place: string) => [join(place, 'node_modules', name, 'bin/node')]
const deno = (place: string) => [
  join(place, 'node_modules/deno/deno'),
  'run',
  '--allow-net',
  '--allow-read',
  '--allow-write',
  '--allow-env',
]

export const programs: Readonly<Record<string, RunSuite>> = {
  'Node 20': program(node('node-20'), 'node'),
  'Node 22': program(node('node-22'), 'node'),
  'Node 24': program(node('node-24'), 'node'),
  'Node 26': program(() => [process.execPath], 'node'),
  'Node 26, a worker thread': program(() => [process.execPath], 'node', 'thread'),
  Deno: program(deno, 'deno'),
}
