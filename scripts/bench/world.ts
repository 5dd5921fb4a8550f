import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'

const kibi = 1024
const line = 'src/basket.test.ts  survives an unknown harbour  (3 ms)\n'
const textOf = (bytes: number) => line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes)

/** Writes a world of 500 jobs, of which the last has a log of 64 KiB and an archive of about 1 MiB. */
export async function writeBenchWorld(path: string): Promise<void> {
  await writeFile(path, stringify(benchWorld(25), { aliasDuplicateObjects: false }))
}

/** One project of so many pipelines with 20 jobs each. */
export function benchWorld(count: number) {
  const pipelines = Array.from({ length: count }, (_, index) => pipeline(index + 1))
  return {
    users: [{ id: 1, username: 'bench', name: 'Bench' }],
    runners: [{ id: 1, description: 'bench-runner' }],
    tokens: [
      { token: 'bench-reader', user: 'bench', scopes: ['read_api'] },
      { token: 'bench-writer', user: 'bench' },
    ],
    projects: [{ id: 1, path: 'bench/measured', name: 'Measured', pipelines }],
  }
}

function pipeline(id: number) {
  const jobs = Array.from({ length: 20 }, (_, index) => job((id - 1) * 20 + index + 1))
  const commit = { sha: 'be0c4'.repeat(8), message: 'Make it measurable', author: 'Bench <bench@measured.example>' }
  return { id, ref: 'main', status: 'success', user: 'bench', created: '-2h', commit, jobs }
}

function job(id: number) {
  const times = { queued: '-2h', started: '-1h59m', finished: '-1h58m' }
  const ordinary = { id, name: `job-${id}`, stage: 'test', status: 'success', runner: 1, tags: ['linux', 'docker'], ...times }
  if (id !== 500) return ordinary
  // Text that does not compress below a mebibyte.
  const files = { 'report.txt': textOf(16 * kibi), 'dist/bundle.txt': randomBytes(kibi * kibi).toString('base64') }
  return { ...ordinary, log: textOf(64 * kibi), artifacts: { files } }
}
