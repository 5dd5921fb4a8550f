import { createServer } from 'node:http'
import { tokenHash } from './access/tokens.ts'
import { createApp } from './app.ts'
import { type Clock, systemClock } from './clock.ts'
import { answerBrokenRequests, close, limits } from './http/connection.ts'
import { holdRequests, listen } from './listen.ts'
import { openLog } from './log.ts'
import { startMetrics } from './metrics/start-metrics.ts'
import { witnesses } from './metrics/witnesses.ts'
import { assertMoved } from './move/move-note.ts'
import { closeStores, type OpenStores, openStores, willBeNew } from './open-stores.ts'
import { finishRemovals } from './operations/remove-artifacts.ts'
import { startRunners } from './runners/start-runners.ts'
import { screen, shownTokens } from './screen.ts'
import { SettingError, type Settings } from './settings.ts'
import { startUpkeep } from './upkeep.ts'
import { loadWorld } from './world/load-world.ts'
import { readWorld } from './world/read-world.ts'

interface Voice {
  say(text: string): void
  complain(text: string): void
}

interface Running {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Listens, opens the stores, loads the world if they are empty, and answers. What cannot be done is said by a `SettingError`, and
 * everything that can be refused is refused before the data folder is touched: a wrong world file or a taken port must not cost the
 * folder that was to be emptied, or disturb the server that has it.
 */
export async function start(settings: Settings, voice: Voice, clock: Clock = systemClock): Promise<Running> {
  const world = settings.world !== 'none' && willBeNew(settings) ? await readWorld(settings.world) : undefined
  refuseExposure(settings, world?.tokens?.some(({ token }) => token === demoToken) === true)
  const server = createServer(limits)
  answerBrokenRequests(server)
  const answerWith = holdRequests(server)
  const url = await listen(server, settings)
  let metrics: Awaited<ReturnType<typeof startMetrics>> | undefined
  try {
    if (settings.metrics_port !== undefined) metrics = await startMetrics(settings.host, settings.metrics_port)
    const stores = await openStores(settings)
    await assertMoved(stores.store)
    const isKept = !(await stores.turns.inTurn('world', async () => {
      const isEmpty = await stores.store.read((reader) => reader.isEmpty())
      if (settings.world !== 'none' && isEmpty) await loadWorld(world ?? (await readWorld(settings.world)), stores, clock.now())
      return isEmpty
    }))
    const tokens = await known(stores, shownTokens)
    refuseExposure(settings, tokens.includes(demoToken))
    await finishRemovals(stores)
    const log = openLog(settings.log_level, voice.complain)
    const { edition, rate_limit: rateLimit, trust_proxy: trustProxy, cors_origin: corsOrigins, external_url: externalUrl = url } = settings
    const frame = { externalUrl, edition, rateLimit, trustProxy, corsOrigins }
    const link = settings.proxy_download ? undefined : stores.archives.link
    let stopping = false
    const isStopping = () => stopping
    const { report, observe } = witnesses(log, metrics)
    answerWith(await createApp({ ...stores, ...frame, link, isStopping, now: clock.now, report, observe }))
    voice.say(screen({ url, settings, folder: stores.folder, metricsUrl: metrics?.url, tokens, isKept }))
    log.started({ url, edition })
    const trouble = (where: string, error: unknown) => report({ requestId: where, operationId: undefined, error })
    const endings = [startUpkeep({ ...stores, clock }, (error) => trouble('upkeep', error))]
    if (settings.runners) endings.push(startRunners({ ...stores, clock }, (where, error) => trouble(`runners: ${where}`, error)))
    return {
      url,
      async stop() {
        stopping = true
        await Promise.all([...endings.map((end) => end()), close(server, patience)])
        await closeStores(stores)
        metrics?.stop()
        log.stopped()
      },
    }
  } catch (error) {
    server.close().closeAllConnections()
    metrics?.stop()
    throw error
  }
}

/** How long answers under way may take after the order to stop, in milliseconds: a little less than orchestrators wait. */
const patience = 25_000

/** Whether this one is there tells whether the demo world is, whichever way it came in. */
const demoToken = 'demo-dana-personal'

/** Those tokens that are in the stores. */
async function known<Token extends string>({ store }: OpenStores, tokens: readonly Token[]): Promise<Token[]> {
  const found = await store.read((reader) => Promise.all(tokens.map((token) => reader.token(tokenHash(token)))))
  return tokens.filter((_, index) => found[index] !== undefined)
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

function refuseExposure({ host, expose_demo_tokens }: Settings, isDemo: boolean): void {
  if (!isDemo || isLoopback(host) || expose_demo_tokens) return
  throw new SettingError(
    `Everybody knows the demo tokens, so the server listens on loopback only. To listen on ${host} all the same, add --expose-demo-tokens.`,
  )
}
