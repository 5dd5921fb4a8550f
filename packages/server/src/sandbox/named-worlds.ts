import { fileURLToPath } from 'node:url'
import { loadWorld } from '../world/load-world.ts'
import { fillStores } from '../world/made/fill-stores.ts'
import { readWorld } from '../world/read-world.ts'
import { type CatalogueEntry, catalogue, type Trial } from './catalogue.ts'
import type { Fault } from './faults/faults.ts'
import type { Fill } from './prepared-worlds.ts'

/** A world that a universe can begin with. */
export interface NamedWorld {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly trials: readonly Trial[]
  /** What goes wrong there from the beginning. */
  readonly faults: readonly Fault[]
  readonly fill: Fill
}

/** A name that no world has. */
export class NoWorld extends Error {
  override name = 'NoWorld'
}

export type NamedWorlds = ReadonlyMap<string, NamedWorld>

/** The worlds of the catalogue, and others by the paths of their files. */
export function namedWorlds(own: Readonly<Record<string, string>> = {}): NamedWorlds {
  const others = Object.entries(own).map(([name, path]): NamedWorld => {
    return { name, title: name, description: `From ${path}.`, trials: [], faults: [], fill: fromFile(path) }
  })
  const ours = catalogue.map((entry): NamedWorld => ({ ...entry, faults: entry.faults ?? [], fill: fillOf(entry) }))
  return new Map([...ours, ...others].map((world) => [world.name, world]))
}

/** Throws `NoWorld` if there is none of that name. */
export function worldOf(worlds: NamedWorlds, name: string): NamedWorld {
  const world = worlds.get(name)
  if (world === undefined) throw new NoWorld(`there is no world ${name}; there are ${[...worlds.keys()].join(', ')}`)
  return world
}

/** A made world is the same each time: its seed is no business of chance. */
function fillOf({ from }: CatalogueEntry): Fill {
  if (typeof from === 'string') return fromFile(fileURLToPath(new URL(`../../worlds/${from}`, import.meta.url)))
  return (stores, at) => fillStores(stores, { ...from, seed: 1, now: at }, () => undefined)
}

const fromFile =
  (path: string): Fill =>
  async (stores, at) =>
    loadWorld(await readWorld(path), stores, at)
