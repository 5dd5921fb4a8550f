import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Devtools } from './devtools.ts'

const program = '/usr/bin/chromium'
/** What a browser asks of the world on its own account is switched off as far as it can be, and leads nowhere. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--window-size=1400,1000',
  '--remote-debugging-pipe',
]

export interface Visit {
  /** What the expression came to. */
  readonly value: unknown
  /** Every address that the page, or anything on it, asked for or looked up, as the browser's log of the network has it. */
  readonly addresses: readonly string[]
}

/** Opens a page in a browser of its own and evaluates an expression there, which may be a promise. */
export async function visit(url: string, expression: string): Promise<Visit> {
  if (!existsSync(program)) throw new Error(`${program} is missing: apt-get install -y chromium`)
  const profile = await mkdtemp(join(tmpdir(), 'jobs-api-browser-'))
  const log = join(profile, 'network.json')
  const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, `--log-net-log=${log}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = once(browser, 'exit')
  try {
    const devtools = new Devtools(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
    const asked = evaluate(devtools, url, expression)
    const value = await Promise.race([asked, ended.then(() => Promise.reject(new Error('the browser ended by itself')))])
    await devtools.ask('Browser.close', {})
    await ended
    return { value, addresses: askedFor(JSON.parse(await readFile(log, 'utf8')), new URL(url).hostname) }
  } finally {
    if (browser.exitCode === null) browser.kill('SIGKILL')
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function evaluate(devtools: Devtools, url: string, expression: string): Promise<unknown> {
  const { targetId } = await devtools.ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await devtools.ask('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  await devtools.ask('Page.enable', {}, session)
  const loaded = devtools.happens('Page.loadEventFired')
  await devtools.ask('Page.navigate', { url }, session)
  await loaded
  const { result } = await devtools.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session)
  return (result as { value?: unknown }).value
}

interface NetworkLog {
  readonly events: readonly { readonly params?: Readonly<Record<string, unknown>> }[]
}

/** Events of the network are filed under the site of the page that caused them; the browser's own are under none, or its maker's. */
function askedFor({ events }: NetworkLog, hostname: string): string[] {
  const addresses = events.flatMap(({ params = {} }) => {
    const { network_isolation_key, network_anonymization_key, url, host } = params
    const site = String(network_isolation_key ?? network_anonymization_key ?? '')
    return site.startsWith(`http://${hostname}`) ? [String(url ?? host)] : []
  })
  return [...new Set(addresses)]
}
