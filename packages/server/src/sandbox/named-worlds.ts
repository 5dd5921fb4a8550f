import { loadWorld } from '../world/load-world.ts'
import { readWorld } from '../world/read-world.ts'
import type { Fill } from './prepared-worlds.ts'

/** A world that a universe can begin with. */
export interface NamedWorld {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly fill: Fill
}

/** A name that no world has. */
export class NoWorld extends Error {
  override name = 'NoWorld'
}

const fromFile =
  (nameOrPath: string): Fill =>
  async (stores, at) =>
    loadWorld(await readWorld(nameOrPath), stores, at)

const worlds: readonly NamedWorld[] = [
  {
    name: 'demo',
    title: 'The demo world',
    description: 'A job in each of the thirteen statuses; every example of the contract is at home here.',
    fill: fromFile('demo'),
  },
  {
    name: 'company',
    title: 'A small company',
    description: 'The demo world with a company and its history around it.',
    fill: fromFile('company'),
  },
]

export const namedWorlds: ReadonlyMap<string, NamedWorld> = new Map(worlds.map((world) => [world.name, world]))
