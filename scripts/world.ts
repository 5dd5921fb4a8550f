import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { DiskLogStore, fillStores, SqliteJobStore, tokenOf } from '@jobs-api/server'

const help = `npm run world -- --jobs NUMBER [--projects NUMBER] [--seed NUMBER] [--data FOLDER] [--reset]

Makes a world of any size in a data folder, for measuring and for looking at long lists: a year of pipelines, spread
unevenly as in real life, 40 % of them in one project. The same numbers and seed make the same world.

  --jobs NUMBER      how many jobs
  --projects NUMBER  in how many projects [20]
  --seed NUMBER      another seed, another world [1]
  --data FOLDER      where to put it [./.jobs-api]
  --reset            empty the folder first; without it, a folder that is not empty is refused`

const { values } = parseArgs({
  options: {
    jobs: { type: 'string' },
    projects: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: './.jobs-api' },
    reset: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const [jobs, projects, seed] = [values.jobs ?? '', values.projects, values.seed].map((text) => (/^\d+$/.test(text) ? Number(text) : -1))
const folder = resolve(values.data)

if (values.help) console.log(help)
else if (jobs === undefined || projects === undefined || seed === undefined || jobs < 1 || projects < 1 || seed < 0)
  refuse(`--jobs and --projects must be whole numbers from 1 on, --seed one from 0 on\n\n${help}`)
else if (!values.reset && existsSync(folder) && (await readdir(folder)).length > 0)
  refuse(`${folder} is not empty. Choose another folder with --data, or empty it with --reset.`)
else await make({ jobs, projects, seed, now: Date.now() })

async function make(size: Parameters<typeof fillStores>[1]): Promise<void> {
  // What a server keeps there, and nothing else: a mistyped folder must not cost anybody their files.
  const names = ['jobs.sqlite', 'jobs.sqlite-wal', 'jobs.sqlite-shm', 'logs', 'artifacts']
  if (values.reset) await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })))
  await mkdir(folder, { recursive: true })
  const store = new SqliteJobStore(join(folder, 'jobs.sqlite'))
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  await fillStores({ store, logs: new DiskLogStore(join(folder, 'logs')) }, size, (done) => {
    const text = `${count(done)} of ${count(size.jobs)} jobs, ${count(done / seconds())} a second`
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
  })
  await store.close()
  const { size: bytes } = await stat(join(folder, 'jobs.sqlite'))
  if (process.stderr.isTTY) process.stderr.write('\n')
  console.log(`${count(size.jobs)} jobs in ${seconds().toFixed(1)} s; the database has ${count(bytes / 1_000_000)} MB.

Tokens  ${['olga (owner)', 'mia (maintainer)', 'dana (developer)', 'rita (reporter)', 'gus (guest)'].map(tokenLine).join(', ')}
Start   npm start -- --data ${values.data}`)
}

function tokenLine(person: string): string {
  const [name = '', role = ''] = person.split(' ')
  return `${tokenOf(name)} ${role}`
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en')
}

function refuse(reason: string): void {
  console.error(`world: ${reason}`)
  process.exitCode = 2
}
