import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hall, loadWorld, readWorld } from '@jobs-api/server'
import { Place } from '../../packages/server/src/sandbox/place.ts'
import { type PreparedWorld, PreparedWorlds } from '../../packages/server/src/sandbox/prepared-worlds.ts'

/** The demo world to oneself, and the way to get rid of it. */
export interface World extends Pick<Hall, 'store' | 'logs' | 'archives'> {
  remove(): Promise<void>
}

interface Original {
  readonly at: number
  readonly loaded: Promise<{ readonly folder: string; readonly world: PreparedWorld }>
  users: number
}

let latest: Original | undefined

/** The demo world as it is at a moment. It is loaded once and copied from then on, as the sandbox does it: that costs a fiftieth. */
export async function demoCopy(at: number): Promise<World> {
  const original = latest?.at === at ? latest : { at, loaded: load(at), users: 0 }
  latest = original
  original.users++
  const { folder, world } = await original.loaded
  const place = new Place(world, folder)
  return {
    ...{ store: place.store, logs: place.logs, archives: place.archives },
    async remove() {
      await place.retire()
      if (--original.users > 0) return
      if (latest === original) latest = undefined
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function load(at: number) {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-demo-'))
  const demo = await readWorld('demo')
  const world = await new PreparedWorlds(folder).get('demo', at, (stores) => loadWorld(demo, stores, at))
  return { folder, world }
}
