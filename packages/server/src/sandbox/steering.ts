import type { JobStatus } from '@jobs-api/lifecycle'
import type { Instant, Job } from '../storage/records.ts'
import { lengthOf } from '../world/relative-time.ts'
import type { Fault, KnownFault } from './faults/faults.ts'
import type { InProcessFetch } from './in-process-fetch.ts'
import type { JournalEntry } from './journal.ts'
import { type NamedWorlds, worldOf } from './named-worlds.ts'
import type { JobKey, JobPace } from './paces.ts'
import type { Universe } from './universe.ts'

/** One universe, as a test steers it; all of it can be done over HTTP as well (`openapi/sandbox.yaml`). */
export interface SteeredUniverse {
  /** For `X-Jobs-Universe`. */
  readonly name: string
  /** What its clock says, in milliseconds since 1970. */
  readonly now: Instant
  /** The latest requests, oldest first. */
  readonly journal: readonly JournalEntry[]
  /** Asks for something in this universe. */
  readonly fetch: InProcessFetch
  /** Back to the beginning. */
  reset(): Promise<void>
  /** Begins anew with a world by its name; rejects if there is none of that name. */
  load(world: string, changes?: { readonly at?: string | number; readonly seed?: string | number }): Promise<void>
  /** Moves the clock on, by milliseconds or by a time such as `1h30m`, and does what falls due on the way. */
  advance(time: number | string): Promise<void>
  /** So many seconds to a second; 0 stops the clock. */
  run(speed: number): void
  /** How jobs go on: one, by its number, all of a name, or all that have no pace of their own. */
  setPace(pace: JobPace, job?: JobKey): Promise<void>
  /** Puts a job into a status, whatever it was in; rejects if there is no such job. */
  force(jobId: number, status: JobStatus, failureReason?: string): Promise<Job>
  addFault(fault: Fault): KnownFault
  removeFaults(): void
}

export function steered(universe: Universe, worlds: NamedWorlds, fetch: InProcessFetch): SteeredUniverse {
  return {
    name: universe.name,
    get now() {
      return universe.clock.now()
    },
    get journal() {
      return universe.scene.journal.entries
    },
    fetch: (input, init) => fetch(input, { ...init, headers: inUniverse(universe.name, input, init) }),
    reset: () => universe.reset(),
    async load(world, { at, seed } = {}) {
      const { beginning } = universe
      const changes = {
        at: at === undefined ? beginning.at : new Date(at).getTime(),
        seed: seed === undefined ? beginning.seed : String(seed),
      }
      await universe.load({ ...beginning, ...changes, world: worldOf(worlds, world) })
    },
    advance: (time) => universe.advance(typeof time === 'number' ? time : lengthOf(time)),
    run: (speed) => universe.clock.run(speed),
    setPace: (pace, job) => universe.setPace(pace, job),
    async force(jobId, status, failureReason) {
      const job = await universe.scene.force(jobId, status, failureReason)
      if (job === undefined) throw new Error(`there is no job ${jobId}`)
      return job
    },
    addFault: (fault) => universe.scene.faults.add(fault),
    removeFaults: () => universe.scene.faults.clear(),
  }
}

/** The headers of a request, and the one that says in which universe it happens. */
export function inUniverse(name: string, input: string | URL | Request, init?: RequestInit): Headers {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
  headers.set('X-Jobs-Universe', name)
  return headers
}
