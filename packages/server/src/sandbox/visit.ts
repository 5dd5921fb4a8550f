import { AsyncLocalStorage } from 'node:async_hooks'
import type { Stores } from '../world/load-world.ts'
import type { Blow } from './faults/faults.ts'
import type { Scene } from './universe.ts'

/** One request, and where it takes place: what it was sent into stays its place, whatever becomes of the universe meanwhile. */
export interface Visit {
  readonly scene: Scene
  readonly stores: Stores
  /** How the client speaks: links begin with it. */
  readonly protocol: string
  /** Numbers of the faults that befell it. */
  readonly faults: number[]
}

const visits = new AsyncLocalStorage<Visit>()

/** Does something in the course of which `visited` is this visit. */
export const during = <Result>(visit: Visit, work: () => Result): Result => visits.run(visit, work)

function visited(): Visit {
  const visit = visits.getStore()
  if (visit === undefined) throw new Error('this happens in no universe')
  return visit
}

/** The stores of whichever universe the request under way is in: one server for all of them. */
export const visitedStores: Stores = {
  store: {
    read: (ask) => visited().stores.store.read(ask),
    write: (change) => visited().stores.store.write(change),
    mark() {
      const { stores, protocol } = visited()
      const mark = stores.store.mark?.()
      return mark === undefined ? undefined : `${protocol} ${mark}`
    },
    close: async () => undefined,
  },
  logs: {
    append: (job, bytes) => visited().stores.logs.append(job, bytes),
    read: (job) => visited().stores.logs.read(job),
    remove: (jobs) => visited().stores.logs.remove(jobs),
  },
  archives: {
    put: (key, bytes) => visited().stores.archives.put(key, bytes),
    read: (key) => visited().stores.archives.read(key),
    remove: (keys) => visited().stores.archives.remove(keys),
  },
}

/** What befalls the request under way, as the universe has ordered it. */
export function visitedBlows(operationId: string): readonly Blow[] {
  const { scene, faults } = visited()
  const blows = scene.faults.befalling(operationId)
  faults.push(...blows.map(({ fault }) => fault.id))
  return blows
}

/** What the clock of that universe says. */
export const visitedNow = () => visited().scene.clock.now()
