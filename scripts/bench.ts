import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type MeasuredServer, startAnswering, startMeasured } from './bench/child.ts'
import { clientTable, measureClients } from './bench/client.ts'
import { type Crowded, crowdTable, measureCrowd } from './bench/clients.ts'
import { type Download, downloadTable, measureDownloads } from './bench/downloads.ts'
import { type Entry, entryTable, measureEntry } from './bench/entry.ts'
import { figuresOf, table } from './bench/figures.ts'
import { goalsOf, goalTable } from './bench/goals.ts'
import { allowedGrowth, growthTable, measureGrowth } from './bench/growth.ts'
import { measureLiveEdit } from './bench/live-edit.ts'
import type { Done, Task } from './bench/load.ts'
import { type LogRead, logTable, measureLogs } from './bench/logs.ts'
import { measure } from './bench/measure.ts'
import { measurePeers, peerTable, type Standing } from './bench/peers.ts'
import { picture } from './bench/picture.ts'
import { rows } from './bench/rows.ts'
import { elsewhere, measureSandbox, sandboxTable } from './bench/sandbox.ts'
import { writeBenchWorld } from './bench/world.ts'
import { measureWrites, type Writes, writesTable } from './bench/writes.ts'

const help = `npm run bench [-- --seconds N] [--rounds N] [--only NAME] [--json FILE]

Measures the reference server against a raw node:http server that sends the very same bytes as a constant, in processes
of their own, in interleaved rounds of the same run. Figures of one machine say nothing about another; the ratios do.
Without --only, --validator or one of those "in place of all that", it measures what --peers, --stores, --downloads, --logs and --clients do as well,
says which goals are reached, and draws the picture of the README.

  --seconds N  how long each of the two is asked in each round [1]
  --rounds N   how often [7]
  --only NAME  one row: ${rows.map(({ name }) => name).join(', ')}; may be repeated
  --json FILE  also write every single measurement there
  --validator  the baseline is express-openapi-validator with its default settings, giving out the same objects; for JSON only
  --peers      in place of all that: the same list from this server and from six others
  --picture FILE  with --peers: draw it as an SVG
  --sandbox    in place of all that: the sandbox beside the mock and Prism, how fast they are there, and in how much memory
  --stores     in place of all that: changes on the disk, and one file out of a large archive
  --downloads  in place of all that: 1 GiB from this server, from memory and by res.sendFile
  --logs       in place of all that: 64 KiB of a short log and of one of 200 MB, and what a follower asks
  --clients N  in place of all that: so many at once for --seconds [60], on everything, and in how much memory
  --growth     in place of all that: what a list costs among a thousand and among a million jobs
  --sizes N,N  with --growth: among so many and so many; ten million take ten minutes and 9 GB [1000,1000000]
  --projects N  with --growth: in so many projects of all sizes, at any cursor of any of them [1]
  --client     in place of all that: what calls of several clients cost beside bare fetch`

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    picture: { type: 'string' },
    validator: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    sandbox: { type: 'boolean', default: false },
    stores: { type: 'boolean', default: false },
    downloads: { type: 'boolean', default: false },
    logs: { type: 'boolean', default: false },
    clients: { type: 'string' },
    growth: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,1000000' },
    projects: { type: 'string', default: '1' },
    client: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const readmePicture = fileURLToPath(new URL('bench/list.svg', import.meta.url))
const seconds = Number(values.seconds ?? 1)
const rounds = Number(values.rounds)
const progress = (text: string) => console.error(text)
const known = values.validator ? rows.filter(({ json }) => json === true) : rows
const chosen = values.only.length === 0 ? known : known.filter(({ name }) => values.only.includes(name))

if (values.help) console.log(help)
else if (!(seconds > 0) || !(rounds >= 1) || !Number.isInteger(rounds) || chosen.length < new Set(values.only).size) {
  console.error(help)
  process.exitCode = 2
} else if (values.peers) await peers()
else if (values.sandbox) await sandbox()
else if (values.stores) await stores()
else if (values.downloads) await downloads()
else if (values.logs) await logs()
else if (values.clients !== undefined) await crowd(Number(values.clients), values.seconds === undefined ? 60 : seconds)
else if (values.growth) await growth()
else if (values.client) await client()
else if (values.validator || values.only.length > 0) await bench()
else {
  await bench()
  const measured = {
    peers: await peers(),
    ...(await stores()),
    downloads: await downloads(),
    logs: await logs(),
    crowd: await crowd(500, 60),
  }
  console.log(`\n${goalTable(goalsOf(measured))}`)
}

/** Starts a reference server with the world of the benchmarks. */
async function startReference(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<MeasuredServer> {
  await mkdir(folder, { recursive: true })
  const world = join(folder, 'world.yaml')
  await writeBenchWorld(world)
  const settings = { port: '0', data: join(folder, 'data'), world, 'log-level': 'error', runners: 'off' }
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  return startMeasured('../../packages/server/src/main.ts', flags, environment)
}

async function save(results: object): Promise<void> {
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ seconds, results }, null, 2)}\n`)
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const started: { stop(): Promise<void> }[] = []
  try {
    const ours = await startReference(folder)
    started.push(ours)
    const raw = await startMeasured(values.validator ? 'validator-server.ts' : 'constant-server.ts', [
      ours.url,
      ...chosen.map(({ path }) => path),
    ])
    started.push(raw)
    const load = startAnswering<Task, Done>('load.ts')
    started.push(load)
    const measured = await measure({ ours, raw }, load, { rows: chosen, rounds, seconds, progress })
    const results = [...measured].map(([{ name, title }, each]) => ({ name, title, figures: figuresOf(each), rounds: each }))
    console.log(`\n${table(results)}\n\n${meaning()}`)
    await save(results)
  } finally {
    for (const one of started.toReversed()) await one.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function peers(): Promise<Standing[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const load = startAnswering<Task, Done>('load.ts')
  const ours = await startReference(folder)
  try {
    const results = await measurePeers(ours, folder, load, { rounds, seconds, progress })
    console.log(`\n${peerTable(results)}`)
    await writeFile(values.picture ?? (values.peers ? devNull : readmePicture), picture(results))
    await save(results)
    return results
  } finally {
    await ours.stop()
    await load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function sandbox(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const load = startAnswering<Task, Done>('load.ts')
  try {
    const results = await measureSandbox(folder, load, { rounds, seconds, progress })
    const edit = await measureLiveEdit(join(folder, 'openapi'), rounds, progress)
    console.log(
      `\n${sandboxTable(results)}\n\nAn edit of the contract is live in the mock after ${edit.wall.toFixed(0)} ms, ${edit.cpu.toFixed(0)} ms of the processor's time.\n\n${elsewhere}`,
    )
    await save({ results, edit })
  } finally {
    await load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function stores(): Promise<{ writes: Writes; entry: Entry }> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  try {
    const writes = await measureWrites(folder, { rounds, seconds, progress })
    const entry = await measureEntry(folder, rounds, progress)
    console.log(`\n${writesTable(writes)}\n\n${entryTable(entry)}`)
    await save({ writes, entry })
    return { writes, entry }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function downloads(): Promise<Download[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const load = startAnswering<Task, Done>('load.ts')
  try {
    const results = await measureDownloads(folder, load, rounds, progress)
    console.log(`\n${downloadTable(results)}`)
    await save(results)
    return results
  } finally {
    await load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function logs(): Promise<LogRead[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const load = startAnswering<Task, Done>('load.ts')
  const server = await startReference(folder)
  try {
    const results = await measureLogs(server, join(folder, 'data'), load, { rounds, seconds, progress })
    console.log(`\n${logTable(results)}`)
    await save(results)
    return results
  } finally {
    await server.stop()
    await load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function crowd(clients: number, seconds: number): Promise<Crowded[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  try {
    const results = await measureCrowd(folder, startReference, { clients, seconds, progress })
    console.log(`\n${crowdTable(results)}`)
    await save(results)
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function growth(): Promise<void> {
  const [few = Number.NaN, many = Number.NaN] = values.sizes.split(',').map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  const load = startAnswering<Task, Done>('load.ts')
  try {
    const results = await measureGrowth(folder, load, { sizes: [few, many], projects: Number(values.projects), rounds, seconds, progress })
    console.log(`\n${growthTable(results, [few, many])}`)
    await save(results)
    if (results.some(({ ratio }) => ratio > allowedGrowth)) process.exitCode = 1
  } finally {
    await load.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function client(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bench-'))
  try {
    const reference = await startReference(folder)
    const results = await measureClients(reference, folder, { rounds, seconds, progress })
    console.log(`\n${clientTable(results)}`)
    await save(results)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function meaning(): string {
  return `Medians of ${rounds} rounds of ${seconds} s with 16 connections kept alive; Node ${process.versions.node}, ${availableParallelism()} cores, which all processes share.
"raw" is ${values.validator ? 'express-openapi-validator as it comes, giving out ready-made objects' : 'node:http sending the same bytes as a constant'}, measured in the same rounds. Of raw: 0.25 means that a quarter as
many requests are answered in the same time. Times raw: 4.0 means that a request takes four times as much CPU time of the
server process; that is the steadier figure, since whatever else a machine does disturbs it least.`
}
