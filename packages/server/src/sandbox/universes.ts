import type { NamedWorld, NamedWorlds } from './named-worlds.ts'
import { type Beginning, type Surroundings, Universe } from './universe.ts'

/** How long a universe is kept that nobody asks, in milliseconds. */
const patience = 600_000

interface Entry {
  readonly universe: Promise<Universe>
  lastUse: number
}

/** There are as many universes as there may be, and all are in use. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

/** The universe of whoever names none. It is kept however long nobody asks it. */
export const usual = 'default'

/** Universes by name, each made when it is first asked for. */
export class Universes {
  readonly #surroundings: Surroundings
  readonly #beginning: (name: string) => Beginning
  readonly #most: number
  readonly #entries = new Map<string, Entry>()

  constructor(surroundings: Surroundings, beginning: (name: string) => Beginning, most: number) {
    this.#surroundings = surroundings
    this.#beginning = beginning
    this.#most = most
  }

  /** Throws `NoRoom` if it would be one too many. */
  async get(name: string): Promise<Universe> {
    const known = this.#entries.get(name)
    if (known !== undefined) {
      known.lastUse = Date.now()
      return known.universe
    }
    this.#makeRoom()
    const universe = Universe.begin(name, this.#beginning(name), this.#surroundings)
    this.#entries.set(name, { universe, lastUse: Date.now() })
    universe.catch(() => this.#entries.delete(name))
    return universe
  }

  all(): Promise<readonly Universe[]> {
    return Promise.all([...this.#entries.values()].map(({ universe }) => universe))
  }

  /** Whether there was such a universe. */
  async remove(name: string): Promise<boolean> {
    const entry = this.#entries.get(name)
    this.#entries.delete(name)
    await (await entry?.universe)?.end()
    return entry !== undefined
  }

  #makeRoom(): void {
    const idle = [...this.#entries].filter(([name, { lastUse }]) => name !== usual && lastUse + patience < Date.now())
    for (const [name] of idle) void this.remove(name)
    if (this.#entries.size >= this.#most) throw new NoRoom(`there are ${this.#most} universes in use already`)
  }
}

/** The world that a universe begins with by its name: `erased`, or whatever stands before the last dot, as in `worker-3.erased`. */
export function worldNamedBy(name: string, worlds: NamedWorlds): NamedWorld | undefined {
  return worlds.get(name.slice(name.lastIndexOf('.') + 1))
}
