import type { Request } from 'express'
import { Generations } from './generations.ts'

/** Characters of paths that are remembered at most, and what each of them costs besides its characters. */
const limit = 4_000_000
const overhead = 1000

interface Match {
  readonly pathParams?: Readonly<Record<string, unknown>>
}

interface Finding<Found extends Match> {
  readonly found: Found
  readonly size: number
}

/**
 * What follows from method and path alone: the operation, and the parameters in the path. Whatever the query, the validator need not
 * compare the same path with each template again. No path holds a credential.
 */
export class KnownPaths<Found extends Match> {
  readonly #known = new Generations<Finding<Found>>(limit, ({ size }) => size)

  /** With parameters of its own, since the validator brings them into their types where they are. */
  recall(request: Request): Found | undefined {
    const finding = this.#known.get(keyOf(request))
    return finding && copy(finding.found)
  }

  remember(request: Request, found: Found): void {
    const key = keyOf(request)
    this.#known.set(key, { found: copy(found), size: key.length + overhead })
  }
}

const copy = <Found extends Match>(found: Found): Found => ({ ...found, pathParams: { ...found.pathParams } })

const keyOf = ({ method, url }: Request): string => {
  const query = url.indexOf('?')
  return `${method} ${query === -1 ? url : url.slice(0, query)}`
}
