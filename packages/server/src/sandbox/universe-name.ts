import type { Request } from 'express'
import { usual } from './universes.ts'

const shape = /^(?=.{1,64}$)[\w-]+(\.[\w-]+)*$/

/**
 * The universe in which a request happens: by its header, by its query, by the host that it asks (`worker-3.localhost`, which
 * browsers take for this machine), or else the usual one. Undefined if what it says is no name.
 */
export function universeNameOf({ headers, query, hostname }: Request): string | undefined {
  const byHost = /^(.+)\.localhost$/i.exec(hostname ?? '')?.[1]
  const name = headers['x-jobs-universe'] ?? query['jobs_universe'] ?? byHost ?? usual
  return typeof name === 'string' && shape.test(name) ? name.toLowerCase() : undefined
}
