import type { Trouble } from '../runners/round.ts'
import type { Instant, Job } from '../storage/records.ts'
import type { Stores } from '../world/load-world.ts'
import { Faults } from './faults/faults.ts'
import { forceStatus } from './force-status.ts'
import { Journal } from './journal.ts'
import type { NamedWorld } from './named-worlds.ts'
import { type JobKey, type JobPace, Paces } from './paces.ts'
import { Place } from './place.ts'
import type { PreparedWorld, PreparedWorlds } from './prepared-worlds.ts'
import { Progress } from './progress.ts'
import { VirtualClock } from './virtual-clock.ts'

/** What a universe begins with, and goes back to. */
export interface Beginning {
  readonly world: NamedWorld
  /** When the story begins. */
  readonly at: Instant
  readonly speed: number
  readonly pace: JobPace
  /** What chance follows from. */
  readonly seed: string
}

export interface Surroundings {
  readonly worlds: PreparedWorlds
  /** Where what changes is kept. */
  readonly folder: string
  readonly trouble: Trouble
}

/** A world to itself: what happens in one universe is never seen in another. */
export class Universe {
  readonly name: string
  readonly #surroundings: Surroundings
  #beginning: Beginning
  #prepared: PreparedWorld
  #scene: Scene

  private constructor(name: string, surroundings: Surroundings, beginning: Beginning, prepared: PreparedWorld) {
    this.name = name
    this.#surroundings = surroundings
    this.#beginning = beginning
    this.#prepared = prepared
    this.#scene = new Scene(beginning, prepared, surroundings)
  }

  static async begin(name: string, beginning: Beginning, surroundings: Surroundings): Promise<Universe> {
    return new Universe(name, surroundings, beginning, await prepare(beginning, surroundings))
  }

  get beginning(): Beginning {
    return this.#beginning
  }

  get scene(): Scene {
    return this.#scene
  }

  get clock(): VirtualClock {
    return this.#scene.clock
  }

  /** Back to the beginning, whatever was changed. */
  async reset(): Promise<void> {
    const left = this.#scene
    this.#scene = new Scene(this.#beginning, this.#prepared, this.#surroundings)
    await left.place.retire()
  }

  /** Begins anew with another world, or at another time. */
  async load(beginning: Beginning): Promise<void> {
    this.#prepared = await prepare(beginning, this.#surroundings)
    this.#beginning = beginning
    await this.reset()
  }

  /** Goes on by so many milliseconds, and does what falls due on the way. */
  async advance(milliseconds: number): Promise<void> {
    this.clock.advance(milliseconds)
    await this.#scene.catchUp()
  }

  /** For one job, for all of a name, or for all that have none of their own. */
  async setPace(pace: JobPace, job?: JobKey): Promise<void> {
    await this.#scene.catchUp()
    this.#scene.paces.set(pace, job)
    this.#scene.lookAgain()
  }

  async end(): Promise<void> {
    await this.#scene.place.retire()
  }
}

const prepare = ({ world, at }: Beginning, { worlds }: Surroundings): Promise<PreparedWorld> => worlds.get(world.name, at, world.fill)

/** What is between one beginning and the next. */
export class Scene {
  readonly place: Place
  readonly clock: VirtualClock
  readonly paces: Paces
  readonly faults: Faults
  readonly journal = new Journal()
  /** As requests see them. */
  readonly stores: Stores
  readonly #progress: Progress

  constructor({ world, at, speed, pace, seed }: Beginning, prepared: PreparedWorld, { folder, trouble }: Surroundings) {
    const place = new Place(prepared, folder)
    this.place = place
    this.clock = new VirtualClock(at, speed)
    this.paces = new Paces(pace)
    this.faults = new Faults(seed, () => this.clock.now())
    for (const fault of world.faults) this.faults.add(fault)
    this.#progress = new Progress(place, this.paces, at, trouble)
    const { logs, archives } = place
    const write: Stores['store']['write'] = (change) => place.store.write(change).finally(() => this.#progress.noteChange(this.clock.now()))
    // What is answered from memory passes faults by, so nothing is while there are any.
    const mark = () => (this.faults.areNone ? place.mark() : undefined)
    this.stores = { store: { read: (ask) => place.store.read(ask), write, mark, close: async () => undefined }, logs, archives }
  }

  /** Whether anything has to happen before the next answer. */
  get isBehind(): boolean {
    return this.#progress.isBehind(this.clock.now())
  }

  async catchUp(): Promise<void> {
    await this.#progress.catchUp(() => this.clock.now())
  }

  /** Jobs that go on when they are read have been, or the pace is another. */
  lookAgain(): void {
    this.#progress.lookAgain()
  }

  /** Undefined if there is no such job. */
  force(jobId: number, status: Job['status'], failureReason?: string): Promise<Job | undefined> {
    return this.#progress.intervene(
      () => this.clock.now(),
      (floor) => forceStatus(floor, jobId, status, failureReason),
    )
  }
}
