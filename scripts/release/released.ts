import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Release {
  readonly version: string
  readonly path: string
}

/** What a release of this version with this text would be. */
export type Plan =
  | { readonly kind: 'new'; readonly path: string; readonly previous: Release | undefined }
  | { readonly kind: 'done'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** A released document is never changed: the same version with another content is refused, and so is going back. */
export async function planRelease(folder: string, version: string, text: string): Promise<Plan> {
  if (numbersOf(version) === undefined)
    return { kind: 'refused', reason: `info.version is "${version}"; three numbers are needed, as in 1.0.0` }
  const path = join(folder, `${version}.json`)
  const existing = await readFile(path, 'utf8').catch(() => undefined)
  if (existing === text) return { kind: 'done', path }
  if (existing !== undefined)
    return { kind: 'refused', reason: `${version} was released with another content; raise info.version in openapi/openapi.yaml` }
  const last = (await releasesIn(folder)).at(-1)
  if (last !== undefined && compare(last.version, version) > 0)
    return { kind: 'refused', reason: `${last.version} is released already, which is later than ${version}` }
  return { kind: 'new', path, previous: last }
}

/** Every release in a folder, the earliest first. */
export async function releasesIn(folder: string): Promise<Release[]> {
  const names = await readdir(folder).catch(() => [])
  const versions = names.flatMap((name) => (name.endsWith('.json') ? [name.replace(/\.json$/, '')] : []))
  return versions.sort(compare).map((version) => ({ version, path: join(folder, `${version}.json`) }))
}

function compare(one: string, other: string): number {
  const [a = [], b = []] = [numbersOf(one), numbersOf(other)]
  const differs = a.findIndex((number, index) => number !== b[index])
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

const numbersOf = (version: string) => /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number)
