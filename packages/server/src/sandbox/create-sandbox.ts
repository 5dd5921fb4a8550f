import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Edition } from '@jobs-api/contract'
import express, { type Express } from 'express'
import { createApp } from '../app.ts'
import type { Report } from '../http/accidents.ts'
import { crossOrigin } from '../http/cross-origin.ts'
import { parseQuery } from '../http/query.ts'
import { control } from './control.ts'
import { controls } from './controls.ts'
import { befall } from './faults/befall.ts'
import { front, takePlace } from './front.ts'
import { type InProcessFetch, inProcessFetch } from './in-process-fetch.ts'
import { type HandlerOptions, type MswHttp, mswHandlers } from './msw-handlers.ts'
import { namedWorlds, worldOf } from './named-worlds.ts'
import type { JobPace } from './paces.ts'
import { PreparedWorlds } from './prepared-worlds.ts'
import { type SteeredUniverse, steered } from './steering.ts'
import { Universes, usual, worldNamedBy } from './universes.ts'
import { visitedBlows, visitedNow, visitedStores } from './visit.ts'

export interface SandboxOptions {
  /** The world that universes begin with whose name names none. Default: `demo`. */
  readonly world?: string
  /** Worlds of your own: a name, and the path of the file. */
  readonly worlds?: Readonly<Record<string, string>>
  /** When the story of each universe begins, as `Date.parse` reads it, or in milliseconds since 1970. Default: now. */
  readonly at?: string | number
  /** Seconds that pass in a second; 0: the clock stands until it is moved. Default: 1. */
  readonly speed?: number
  /** How jobs go on. Default: with the clock. */
  readonly pace?: JobPace
  /** What chance follows from. Default: 1. */
  readonly seed?: string | number
  readonly edition?: Edition
  /** Where representations link to. Default: `http://127.0.0.1:4001`. */
  readonly externalUrl?: string
  /** Web pages of which origins may ask. Default: all. */
  readonly corsOrigins?: readonly string[]
  /** How many universes there may be at a time. Default: 200. */
  readonly maxUniverses?: number
  /** Told of what goes wrong in the sandbox itself. Default: it is printed on the console. */
  readonly report?: Report
}

export interface Sandbox {
  /** The API and the controls, to be mounted or listened with. */
  readonly app: Express
  /** Asks the sandbox without a port. Relative addresses will do: `/api/v4/projects/1/jobs`. */
  readonly fetch: InProcessFetch
  /** For `setupServer` of MSW: `setupServer(...sandbox.handlers(http))`, with MSW's own `http`. */
  handlers<Handler>(http: MswHttp<Handler>, options?: HandlerOptions): Handler[]
  /** One universe, which is made if it is not there yet. Default: the one of whoever names none. */
  universe(name?: string): Promise<SteeredUniverse>
  /** Removes what the sandbox has kept in the folder for temporary files. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** A sandbox in this process: nothing listens, and nothing outlives `close`. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { externalUrl = 'http://127.0.0.1:4001', edition = 'current', corsOrigins = ['*'], report = printed } = options
  const worlds = namedWorlds(options.worlds)
  const world = worldOf(worlds, options.world ?? 'demo')
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-sandbox-'))
  const at = options.at === undefined ? Date.now() : new Date(options.at).getTime()
  const beginning = (name: string) => ({
    world: worldNamedBy(name, worlds) ?? world,
    at,
    speed: options.speed ?? 1,
    pace: options.pace ?? { mode: 'time' as const },
    seed: String(options.seed ?? 1),
  })
  const trouble = (where: string, error: unknown) => report({ requestId: `runners: ${where}`, operationId: undefined, error })
  const surroundings = { worlds: new PreparedWorlds(folder), folder, trouble }
  const universes = new Universes(surroundings, beginning, options.maxUniverses ?? 200)
  const frame = { externalUrl, edition, rateLimit: undefined, trustProxy: false, decisive: ['x-jobs-universe'], report }
  const api = await createApp({ ...visitedStores, ...frame, now: visitedNow, interpose: befall(visitedBlows) })
  const app = express().disable('x-powered-by').disable('etag').set('query parser', parseQuery)
  if (corsOrigins.length > 0) app.use(crossOrigin(corsOrigins, { headers: ['X-Jobs-Universe'], methods: ['PUT'] }))
  app.use(front(universes), control(controls(worlds)), takePlace(api))
  const fetch = inProcessFetch(app, externalUrl)
  const close = async () => {
    for (const universe of await universes.all()) await universes.remove(universe.name)
    await rm(folder, { recursive: true, force: true })
  }
  return {
    app,
    fetch,
    handlers: (http, handlerOptions) => mswHandlers(fetch, http, handlerOptions),
    universe: async (name = usual) => steered(await universes.get(name), worlds, fetch),
    close,
    [Symbol.asyncDispose]: close,
  }
}

const printed: Report = ({ requestId, error }) => console.error(requestId, error)
