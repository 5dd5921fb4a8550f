import { createServer, type Server } from 'node:http'
import type { Settings } from '@jobs-api/conformance'
import type { Edition } from '@jobs-api/contract'
import { createApp } from '@jobs-api/server'
import { stateHandler } from './state-handler.ts'
import { freshWorld, type Stores, type World } from './world.ts'

/** The reference server in the demo world, with a state handler beside it. Its world can be exchanged under it. */
export class Reference {
  readonly edition: Edition
  readonly #servers: readonly Server[]
  readonly #place: { world: World }

  private constructor(edition: Edition, servers: readonly Server[], place: { world: World }) {
    this.edition = edition
    this.#servers = servers
    this.#place = place
  }

  static async start(edition: Edition = 'current'): Promise<Reference> {
    const place = { world: await freshWorld() }
    const app = await createApp({
      ...exchangeable(place),
      ...{ now: Date.now, externalUrl: 'http://127.0.0.1:4000', edition, rateLimit: undefined, trustProxy: false },
      report: ({ error }) => console.error(error),
    })
    const servers = [createServer(app), stateHandler(() => place.world)]
    for (const server of servers) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new Reference(edition, servers, place)
  }

  get url(): string {
    return `${originOf(this.#servers[0])}/api/v4`
  }

  get stateHandler(): string {
    return originOf(this.#servers[1])
  }

  /** Undoes whatever has happened. */
  async refresh(): Promise<void> {
    const before = this.#place.world
    this.#place.world = await freshWorld()
    await before.remove()
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
    await this.#place.world.remove()
  }

  /** How the kit is pointed at it, or at a proxy in front of it. */
  settings(baseUrl = this.url): Pick<Settings, 'baseUrl' | 'project'> & Partial<Settings> & { edition: Edition } {
    return { ...demoSettings, baseUrl, stateHandler: this.stateHandler, edition: this.edition }
  }
}

/** The people, projects and jobs of the demo world, as far as they cannot be found. */
export const demoSettings = {
  project: 'harbor/webshop',
  allowWrites: true,
  patience: 5000,
  tokens: {
    maintainer: 'demo-mia-personal',
    developer: 'demo-dana-personal',
    reporter: 'demo-rita-personal',
    guest: 'demo-gus-personal',
    stranger: 'demo-sam-personal',
    oauth: 'demo-dana-oauth',
    'read-only': 'demo-dana-read-only',
    blocked: 'demo-bruno-personal',
    job: 'demo-webshop-job',
    'finished-job': 'demo-finished-job',
    'allowed-job': 'demo-console-job',
    'foreign-job': 'demo-vault-job',
  },
  projects: {
    same: '1',
    other: 'harbor/console',
    public: 'harbor/console',
    protected: 'harbor/console',
    members: 'harbor/ledger',
    'public-members': 'harbor/handbook',
    moved: 'harbor/shop',
    refreshing: 'harbor/attic',
    expendable: 'harbor/ledger',
  },
  handed: { 'debug-log': [34], 'maintainer-archive': [35], 'nobody-archive': [36], 'token-job': [14] },
} as const satisfies Partial<Settings>

function originOf(server: Server | undefined): string {
  const address = server?.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return `http://127.0.0.1:${address.port}`
}

function exchangeable(place: { readonly world: World }): Stores {
  const here = () => place.world
  return {
    store: {
      read: (ask) => here().store.read(ask),
      write: (change) => here().store.write(change),
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
