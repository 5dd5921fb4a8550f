import type { Request, RequestHandler, Response } from 'express'
import { countedReads } from './counted-reads.ts'
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
    scene.place.enter()
    response.once('close', () => void scene.place.leave())
    if (scene.isBehind) await scene.catchUp()
    during({ scene, stores: storesFor(request, scene) }, () => api(request, response, next))
  }
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
