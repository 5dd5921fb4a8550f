import { Agent, createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { components } from '@jobs-api/contract'
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from 'vitest'
import { createApp, type Hall } from './app.ts'
import { type JobWriter, LostUpdate } from './storage/job-store.ts'
import type { Job } from './storage/records.ts'
import { type Original, original } from './storage/test-stores.suite.ts'
import { loadWorld, type Stores } from './world/load-world.ts'
import { readWorld } from './world/read-world.ts'

// What tests of the whole server share: a server in the demo world, and a way to ask it things.

/** The moment at which the world was loaded; the clock of a test stands there unless the test moves it. */
export const opened = Date.UTC(2026, 10, 20, 10)

type Settings = Partial<Pick<Hall, 'edition' | 'rateLimit' | 'trustProxy' | 'externalUrl' | 'corsOrigins' | 'observe' | 'report'>>
type Place = Stores & { readonly mayChange: boolean }

/**
 * Starts a server in the demo world for the tests of one file. They share one world that must not be changed; a test
 * that changes something calls `fresh` first and has a copy to itself. A test during which an accident happened fails.
 */
export function demoWorld(settings: Settings = {}) {
  users++
  const clock = { now: opened }
  const accidents: { requestId: string; operationId: string | undefined; error: unknown }[] = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer()
  let shared: Place | undefined
  let place: Place | undefined
  let copies = 0
  let races = 0
  const here = (): Place => {
    if (place === undefined) throw new Error('the test has closed the stores')
    return place
  }

  /** What was changed is undone, if somebody else was faster. */
  const raced = async <Done>(change: Promise<Done>): Promise<Done> => {
    const done = await change
    if (races > 0 && races-- > 0) throw new LostUpdate('somebody else was faster')
    return done
  }

  beforeAll(async () => {
    shared = { ...(await loadedWorld()).stores, mayChange: false }
    place = shared
    const current: Stores = {
      store: {
        read: (ask) => here().store.read(ask),
        write: (change) => here().store.write((writer) => raced(change(here().mayChange ? writer : guarded(writer)))),
        mark: () => {
          const mark = place?.store.mark?.()
          return mark === undefined ? undefined : `${place === shared ? 0 : copies} ${mark}`
        },
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
    const hall: Hall = {
      ...{ ...current, now: () => clock.now, externalUrl: 'http://127.0.0.1:4000', edition: 'current', rateLimit: undefined },
      ...{ trustProxy: false, report: (accident) => void accidents.push(accident), ...settings },
    }
    server.on('request', await createApp(hall))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })

  afterEach(() => {
    const happened = accidents.splice(0).map(({ error }) => error)
    clock.now = opened
    place = shared
    races = 0
    expect(happened, 'accidents').toEqual([])
  })

  afterAll(async () => {
    agent.destroy()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await leaveWorld()
  })

  return {
    /** The clock of the server. */
    clock,
    /** What was reported; a test that expects an accident takes it out. */
    accidents,

    /** From here to its end, this test has the world to itself. */
    async fresh(): Promise<Stores> {
      const { close, ...own } = await (await loadedWorld()).copy()
      onTestFinished(close)
      copies++
      place = { ...own, mayChange: true }
      return place
    },

    /** From here to the end of this test, no store answers. */
    closeStores(): void {
      place = undefined
    },

    /** So many changes from here are made, and then lost to somebody who was faster. */
    loseRaces(count: number): void {
      races = count
    },

    /** Saves a job with some members changed. */
    async changeJob(id: number, changes: Partial<Job>): Promise<void> {
      await here().store.write(async (writer) => {
        const job = await writer.job(id)
        if (job === undefined) throw new Error(`the demo world has no job ${id}`)
        await writer.saveJob({ ...job, ...changes })
      })
    },

    port: () => (server.address() as AddressInfo).port,

    /**
     * Sends one request: `POST /projects/1/jobs/11/retry`, below `/api/v4`. As dana, unless somebody else is named: a person, a job
     * token (`webshop-job`), or nobody (null). A body that is not a text is sent as JSON.
     */
    async ask(line: string, { as = 'dana', headers = {}, body }: Question = {}): Promise<Answer> {
      const [method = '', target = ''] = line.split(/ (.*)/s)
      const path = target.startsWith('/projects/') || target.startsWith('/job') ? `/api/v4${target}` : target
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const type = typeof body === 'string' || body === undefined ? {} : { 'Content-Type': 'application/json' }
      const length = text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) }
      const all = { ...credentials(as), ...type, ...length, ...headers }
      return new Promise((done, fail) => {
        const { port } = server.address() as AddressInfo
        const outgoing = httpRequest({ host: '127.0.0.1', port, method, path, headers: all, agent }, (answer) => {
          buffer(answer).then((bytes) => done(new Answer(answer.statusCode ?? 0, answer.headers, bytes)), fail)
        })
        outgoing.on('error', fail).end(text)
      })
    },
  }
}

export interface Question {
  readonly as?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What came back. */
export class Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer

  constructor(status: number, headers: IncomingHttpHeaders, bytes: Buffer) {
    this.status = status
    this.headers = headers
    this.bytes = bytes
  }

  get text(): string {
    return this.bytes.toString()
  }

  get json(): unknown {
    return JSON.parse(this.text)
  }

  /** The body of an answer that is one job. */
  get job(): components['schemas']['Job'] {
    expect(this.json, `${this.status} is a job`).toHaveProperty('id')
    return this.json as components['schemas']['Job']
  }

  /** The numbers of an answer that is a list of jobs. */
  get ids(): number[] {
    expect(this.json, `${this.status} is a list`).toBeInstanceOf(Array)
    return (this.json as { id: number }[]).map(({ id }) => id)
  }

  /** Status and body of a refusal. */
  get refusal(): [number, unknown] {
    return [this.status, this.json]
  }
}

function credentials(as: string | null): Record<string, string> {
  if (as === null) return {}
  if (as.endsWith('-oauth')) return { Authorization: `Bearer demo-${as}` }
  return as.endsWith('-job') ? { 'JOB-TOKEN': `demo-${as}` } : { 'PRIVATE-TOKEN': `demo-${as.includes('-') ? as : `${as}-personal`}` }
}

/** A writer that only reads: refusals are decided by it, changes are not made. */
const guarded = (writer: JobWriter): JobWriter =>
  new Proxy(writer, {
    get(target, name: keyof JobWriter) {
      if (!/^(add|save|remove|expire|forget)/.test(name)) return target[name]
      return () => Promise.reject(new Error('a test that changes the world must ask for a fresh one'))
    },
  })

let made: Promise<Original> | undefined
let users = 0

/** The demo world, made once a file; it is never changed, only copied. */
function loadedWorld(): Promise<Original> {
  made ??= original(async (stores) => loadWorld(await readWorld('demo'), stores, opened))
  return made
}

/** The last one turns off the light. */
async function leaveWorld(): Promise<void> {
  if (--users > 0 || made === undefined) return
  const world = await made
  made = undefined
  await world.remove()
}
