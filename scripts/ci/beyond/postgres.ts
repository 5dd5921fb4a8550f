import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)

/** A real PostgreSQL of its own, on a free port of this machine, without a password; whatever is in it goes when it stops. */
export interface Postgres {
  /** The address of a database. */
  url(database: string): string
  /** Makes an empty database, or a copy of one that nobody is connected to, and gives back its address. */
  create(name: string, template?: string): Promise<string>
  /** One statement; what it prints, without decoration. */
  sql(database: string, statement: string): Promise<string>
  /** Backs up a database into another, new one, in the way that the page for operators names. */
  dumpAndRestore(from: string, to: string): Promise<string>
  /** As an administrator would: whoever is connected is thrown out. */
  restart(): Promise<void>
  /** Leaves it no time for anything, as a power cut would. */
  crash(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Where Debian puts the programs, newest version first; elsewhere they are found by their name. */
async function programs(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? (await readdir(root)).sort((one, other) => Number(other) - Number(one)) : []
  return versions[0] === undefined ? '' : `${join(root, versions[0], 'bin')}/`
}

/** PostgreSQL refuses to run as root. */
async function owner(): Promise<{ uid: number; gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  const [bin, as] = [await programs(), await owner()]
  const folder = await mkdtemp('/tmp/jobs-api-postgres-')
  if (as !== undefined) await chown(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  await run(`${bin}initdb`, ['--pgdata', data, '--username', 'jobs', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8'], {
    ...as,
    cwd: folder,
  })
  const port = await freePort()
  // Nothing here has to outlive the machine, only the process.
  const hasty = { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }
  const all = { ...hasty, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: '200', ...settings }
  const flags = ['-D', data, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const psql = (database: string, statement: string) =>
    run(`${bin}psql`, ['-h', '127.0.0.1', '-p', String(port), '-U', 'jobs', '-d', database, '-v', 'ON_ERROR_STOP=1', '-Atc', statement])
  let server = spawnServer()

  function spawnServer() {
    return spawn(`${bin}postgres`, flags, { ...as, cwd: folder, stdio: 'ignore' })
  }
  async function answers(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const found = await psql('postgres', 'select 1').catch((error: Error) => error)
      if (!(found instanceof Error)) return
      if (tries > 300 || server.exitCode !== null) throw found
      await pause(100)
    }
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const start = async () => {
    server = spawnServer()
    await answers()
  }
  const url = (database: string) => `postgres://jobs@127.0.0.1:${port}/${database}`
  await answers()
  return {
    url,
    async create(name, template = 'template0') {
      await psql('postgres', `create database "${name}" template "${template}"`)
      return url(name)
    },
    sql: async (database, statement) => (await psql(database, statement)).stdout.trimEnd(),
    async dumpAndRestore(from, to) {
      const file = join(folder, `${from}.dump`)
      const at = ['-h', '127.0.0.1', '-p', String(port), '-U', 'jobs']
      await run(`${bin}pg_dump`, [...at, '--format', 'custom', '--file', file, from])
      await psql('postgres', `create database "${to}"`)
      await run(`${bin}pg_restore`, [...at, '--no-owner', '--exit-on-error', '--dbname', to, file])
      return url(to)
    },
    async restart() {
      await end('SIGINT')
      await start()
    },
    crash: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGQUIT') // what it would still write goes anyway
      await rm(folder, { recursive: true, force: true })
    },
  }
}
