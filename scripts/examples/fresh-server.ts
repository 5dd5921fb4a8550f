import { createServer, type Server } from 'node:http'
import type { Edition } from '@jobs-api/contract'
import { createApp, type Hall, LostUpdate, StoreBusy } from '@jobs-api/server'
import { bucketAt } from '../../packages/server/src/storage/s3/bucket.ts'
import { signedAddress } from '../../packages/server/src/storage/s3/sign.ts'
import { demoCopy, type World } from './demo-copy.ts'
import { origin } from './request.ts'

/** The moment at which every example happens. */
export const frozen = Date.UTC(2026, 10, 20, 10, 0, 0)

/** A fresh copy of the demo world. */
export const freshWorld = (): Promise<World> => demoCopy(frozen)

export type FreshWorld = World

/** The same world, where somebody else is always faster: each change is made, and then undone. */
export function contended(world: FreshWorld): FreshWorld {
  const lose = (): never => {
    throw new LostUpdate('somebody else was faster')
  }
  const { store } = world
  const write: typeof store.write = (change) => store.write((writer) => change(writer).then(lose))
  return { ...world, store: { read: (ask) => store.read(ask), write, close: () => store.close() } }
}

/** A store that never answers, one that is always busy, or a server that is being stopped. */
export type Trouble = 'closed' | 'busy' | 'stopping'

/** A server with a clock that stands still, whose world can be exchanged under it: starting one costs more than a world. */
export class ExampleServer {
  readonly #server: Server
  readonly port: number
  readonly #place: { world: FreshWorld | Trouble }

  private constructor(server: Server, port: number, place: { world: FreshWorld | Trouble }) {
    this.#server = server
    this.port = port
    this.#place = place
  }

  static async start(
    settings: { rate_limit?: number; downloads?: 'redirected' } = {},
    edition: Edition = 'current',
  ): Promise<ExampleServer> {
    const place: { world: FreshWorld | Trouble } = { world: 'closed' }
    const server = createServer(
      await createApp({
        ...exchangeable(place),
        ...hallSettings,
        edition,
        rateLimit: settings.rate_limit,
        link: settings.downloads === 'redirected' ? toNowhere : undefined,
        isStopping: () => place.world === 'stopping',
      }),
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    return new ExampleServer(server, typeof address === 'object' && address !== null ? address.port : 0, place)
  }

  /** Puts a world under the server; the one before stays its owner's. Instead of a world, there can be trouble. */
  enter(world: FreshWorld | Trouble): void {
    this.#place.world = world
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }
}

const hallSettings = {
  now: () => frozen,
  externalUrl: origin,
  trustProxy: false,
  report: ({ error }: { error: unknown }) => {
    if (!(error instanceof NoWorldError || error instanceof StoreBusy)) console.error(error)
  },
}

/** Nobody listens there: an address is signed without asking, and who executes an example does not follow it. */
const bucket = bucketAt('s3://artifacts?region=eu-central-1', { accessKeyId: 'EXAMPLE', secretAccessKey: 'example' })
const toNowhere: Hall['link'] = (key, download) => signedAddress(bucket, key, download)

class NoWorldError extends Error {}

function exchangeable(place: { readonly world: FreshWorld | Trouble }): Pick<Hall, 'store' | 'logs' | 'archives'> {
  const here = () => {
    if (place.world === 'closed' || place.world === 'stopping') throw new NoWorldError('the store is closed')
    if (place.world === 'busy') throw new StoreBusy('the store is busy')
    return place.world
  }
  return {
    store: {
      read: async (ask) => here().store.read(ask),
      write: async (change) => here().store.write(change),
      close: async () => undefined,
    },
    logs: {
      append: (job, bytes) => here().logs.append(job, bytes),
      read: (job) => here().logs.read(job),
      remove: (jobs) => here().logs.remove(jobs),
    },
    archives: {
      put: (key, bytes) => here().archives.put(key, bytes),
      read: (key) => here().archives.read(key),
      remove: (keys) => here().archives.remove(keys),
    },
  }
}
