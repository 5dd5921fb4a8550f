import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listening, type ServerProcess, spawnServer } from '../server-process.ts'
import { type Front, startFront } from './front.ts'
import { type ObjectStore, startObjectStore } from './object-store.ts'
import { type Postgres, startPostgres } from './postgres.ts'

/** Several server processes behind one address, on one database and one bucket. */
export interface Cluster {
  readonly postgres: Postgres
  readonly objects: ObjectStore
  readonly database: string
  readonly servers: readonly ServerProcess[]
  /** The address of each server. */
  readonly urls: readonly string[]
  /** The one address before them all. */
  readonly front: Front
  /** Starts one more server in place of another. */
  replace(index: number): Promise<void>
  stop(): Promise<void>
}

interface Options {
  readonly servers: number
  readonly world?: string
  readonly flags?: readonly string[]
  /** Stands between the servers and the object store; gives back the address that they should use. */
  readonly between?: (endpoint: string) => Promise<string>
}

export async function startCluster({ servers: count, world = 'demo', flags = [], between }: Options): Promise<Cluster> {
  const [postgres, objects] = await Promise.all([startPostgres(), startObjectStore()])
  Object.assign(process.env, objects.credentials)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-cluster-'))
  const database = await postgres.create('jobs')
  const bucket = new URL(await objects.create('jobs'))
  if (between !== undefined) bucket.searchParams.set('endpoint', await between(objects.endpoint))
  // Otherwise each would write its own address into what it answers.
  const place = ['--external-url', 'https://jobs.example.com', '--database', database, '--objects', bucket.href, '--world', world, ...flags]
  // A folder of its own for each: whatever they share they share through the database and the bucket.
  const spawn = (index: number) => listening(spawnServer(join(folder, `data-${index}-${Date.now()}`), ...place))
  // All at once: only one of them may load the world.
  const servers = await Promise.all(Array.from({ length: count }, (_, index) => spawn(index)))
  const urls = servers.map(({ url }) => url)
  const front = await startFront(() => urls)
  return {
    ...{ postgres, objects, database, servers, urls, front },
    async replace(index) {
      const server = await spawn(index)
      servers[index] = server
      urls[index] = server.url
    },
    async stop() {
      await front.stop()
      await Promise.all(servers.map((server) => server.kill()))
      await Promise.all([postgres.stop(), objects.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
