import type { Request, RequestHandler, Response } from 'express'
import { exchangeOf } from '../http/exchange.ts'
import { withoutSecrets } from '../http/observation.ts'
import { countedReads } from './counted-reads.ts'
import type { JournalEntry } from './journal.ts'
import type { Scene, Universe } from './universe.ts'
import { universeNameOf } from './universe-name.ts'
import { NoRoom, type Universes } from './universes.ts'
import { during } from './visit.ts'

const universesOf = new WeakMap<Request, Universe>()

/** The universe of a request that came through the front. */
export function universeOf(request: Request): Universe {
  const universe = universesOf.get(request)
  if (universe === undefined) throw new Error('the request did not come through the front')
  return universe
}

/** Finds the universe of each request, or makes it. */
export function front(universes: Universes): RequestHandler {
  return async (request, response, next) => {
    const name = universeNameOf(request)
    if (name === undefined) return refuse(response, 400, 'a universe is named by up to 64 letters, digits, - and _, with dots between them')
    const universe = await universes.get(name).catch(orNoRoom)
    if (universe instanceof NoRoom) return refuse(response, 503, universe.message)
    universesOf.set(request, universe)
    next()
  }
}

/** Lets a request for the API itself take place in its universe, once everything has happened there that was due before. */
export function takePlace(api: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    const { scene } = universeOf(request)
    const faults: number[] = []
    scene.place.enter()
    const note = noteOf(request, response, scene)
    response.once('close', () => {
      scene.journal.add(note(faults))
      void scene.place.leave()
    })
    if (scene.isBehind) await scene.catchUp()
    during({ scene, stores: storesFor(request, scene), protocol: request.protocol, faults }, () => api(request, response, next))
  }
}

/** Told when all is over, but some of it has to be asked before. */
function noteOf(request: Request, response: Response, scene: Scene): (faults: number[]) => JournalEntry {
  const began = performance.now()
  const { method, originalUrl } = request
  const at = new Date(scene.clock.now()).toISOString()
  return (faults) => ({
    ...{ at, method, path: withoutSecrets(originalUrl), operation_id: exchangeOf(request).operationId ?? null, faults },
    status: response.headersSent ? response.statusCode : null,
    duration: Math.round((performance.now() - began) * 1000) / 1000,
  })
}

function storesFor({ method }: Request, scene: Scene) {
  const { stores, paces } = scene
  if (!paces.countReads || (method !== 'GET' && method !== 'HEAD')) return stores
  return countedReads(stores, (job) => {
    paces.noteRead(job)
    scene.lookAgain()
  })
}

function orNoRoom(error: unknown): NoRoom {
  if (error instanceof NoRoom) return error
  throw error
}

export function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error })
}
