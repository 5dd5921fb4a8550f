import { existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { tokenHash } from './access/tokens.ts'
import { createApp } from './app.ts'
import { type Clock, type Stop, systemClock } from './clock.ts'
import { answerBrokenRequests, close, limits } from './http/connection.ts'
import { openLog } from './log.ts'
import { finishRemovals } from './operations/remove-artifacts.ts'
import { startRunners } from './runners/start-runners.ts'
import { screen } from './screen.ts'
import { SettingError, type Settings } from './settings.ts'
import { DiskArtifactStore } from './storage/disk/disk-artifact-store.ts'
import { DiskLogStore } from './storage/disk/disk-log-store.ts'
import { SqliteJobStore } from './storage/sqlite/sqlite-job-store.ts'
import { loadWorld } from './world/load-world.ts'
import { readWorld } from './world/read-world.ts'

interface Voice {
  say(text: string): void
  complain(text: string): void
}

/** Opens the stores, loads the world if they are empty, and listens. What cannot be done is said by a `SettingError`. */
export async function start(settings: Settings, voice: Voice, clock: Clock = systemClock): Promise<{ url: string; stop(): Promise<void> }> {
  const world = settings.world !== 'none' && isNew(settings) ? await readWorld(settings.world) : undefined
  const stores = await openStores(settings)
  const isKept = !(await stores.store.read((reader) => reader.isEmpty()))
  if (settings.world !== 'none' && !isKept) await loadWorld(world ?? (await readWorld(settings.world)), stores, clock.now())
  const isDemo = await stores.store.read(async (reader) => (await reader.token(tokenHash(demoToken))) !== undefined)
  if (isDemo && !isLoopback(settings.host) && !settings.expose_demo_tokens)
    throw new SettingError(
      `Everybody knows the demo tokens, so the server listens on loopback only. To listen on ${settings.host} all the same, add --expose-demo-tokens.`,
    )
  const server = createServer(limits)
  answerBrokenRequests(server)
  const url = await listen(server, settings)
  // Not before: whoever finds the port taken may have found the data folder of the server that has it.
  await stores.archives.removeUnfinished()
  await finishRemovals(stores)
  const externalUrl = settings.external_url ?? url
  const log = openLog(settings.log_level, voice.complain)
  const { edition, rate_limit: rateLimit, trust_proxy: trustProxy, cors_origin: corsOrigins } = settings
  const frame = { externalUrl, edition, rateLimit, trustProxy, corsOrigins }
  server.on('request', await createApp({ ...stores, ...frame, now: clock.now, report: log.accident, observe: log.request }))
  const hints = isDemo && (await stores.store.read(async (reader) => (await reader.token(tokenHash(demoJobToken))) !== undefined))
  voice.say(screen({ url, settings, folder: stores.folder, isDemo: hints, isKept }))
  log.started({ url, edition })
  const trouble = (where: string, error: unknown) => log.accident({ requestId: `runners: ${where}`, operationId: undefined, error })
  const rest = settings.runners ? startRunners({ ...stores, clock }, trouble) : async () => undefined
  return { url, stop: () => stop(server, rest, stores).then(log.stopped) }
}

/** Then the world is read before anything is touched: a wrong world file must not cost the folder that was to be emptied. */
const isNew = ({ data, reset }: Settings) => reset || !existsSync(join(data, 'jobs.sqlite'))

type Stores = Awaited<ReturnType<typeof openStores>>

async function openStores({ data, reset }: Settings) {
  const temporary = data === ':memory:'
  const folder = temporary ? await mkdtemp(join(tmpdir(), 'jobs-api-')) : resolve(data)
  try {
    if (reset)
      await Promise.all(
        ['jobs.sqlite', 'jobs.sqlite-wal', 'jobs.sqlite-shm', 'logs', 'artifacts'].map((name) =>
          rm(join(folder, name), { recursive: true, force: true }),
        ),
      )
    await makeFolder(folder)
    const store = new SqliteJobStore(temporary ? ':memory:' : join(folder, 'jobs.sqlite'))
    return {
      store,
      logs: new DiskLogStore(join(folder, 'logs')),
      archives: new DiskArtifactStore(join(folder, 'artifacts')),
      folder,
      temporary,
    }
  } catch (error) {
    throw new SettingError(
      `The data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}. Choose another with --data.`,
    )
  }
}

/** Makes a folder and those above it, one by one: Node's own way never ends where the system will have no folders, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return access(path, constants.W_OK)
  if (!existsSync(dirname(path))) await makeFolder(dirname(path))
  await mkdir(path)
}

/** How long answers under way may take after the order to stop, in milliseconds: a little less than orchestrators wait. */
const patience = 25_000

async function stop(server: Server, rest: Stop, { store, folder, temporary }: Stores): Promise<void> {
  await rest()
  await close(server, patience)
  await store.close()
  if (temporary) await rm(folder, { recursive: true, force: true })
}

function listen(server: Server, { host, port }: Settings): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new SettingError(listenTrouble(error, host, port))))
    server.listen({ host, port }, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      done(`http://${isIP(host) === 6 ? `[${host}]` : host}:${actual}`)
    })
  })
}

function listenTrouble({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another port with --port (0 takes any free one).`
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with --port.`
  return `Cannot listen on ${host}:${port}: ${message}.`
}

/** Whether this one is there tells whether the demo world is, whichever way it came in. */
const demoToken = 'demo-dana-personal'
/** Worlds that were made have its people, too, but not its jobs, of which the screen speaks. */
const demoJobToken = 'demo-webshop-job'

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)
