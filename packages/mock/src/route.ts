import { type OpenApiDocument, urlNormaliser } from '@jobs-api/contract'
import type { Operation } from './catalogue.ts'

/** Where a request leads: to an operation, or to an address that only knows other methods, or nowhere. */
export type Route =
  | { readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] }
  | undefined

/** The part of the address that every operation has before its own path; it may be left out. */
export const prefix = '/api/v4'

/** Finds the operation of an address; slashes inside an artifact's path or a branch's name are part of it. */
export function routerOf(document: OpenApiDocument, operations: readonly Operation[]): (method: string, path: string) => Route {
  const normalise = urlNormaliser(document)
  const routes = operations.map((operation) => ({ operation, ...templateOf(operation.path) }))
  return (method, written) => {
    const bare = written.startsWith(`${prefix}/`) ? written.slice(prefix.length) : written
    const found = routes.flatMap(({ operation, pattern, names }) => {
      const values = pattern.exec(normalise(operation.method, bare))?.slice(1)
      return values === undefined ? [] : [{ operation, parameters: zip(names, values) }]
    })
    const fitting = found.filter(({ operation }) => operation.method === method)
    const [best] = fitting.toSorted((one, other) => fixedParts(other.operation) - fixedParts(one.operation))
    if (best !== undefined) return best
    return found.length > 0 ? { allow: found.map(({ operation }) => operation.method) } : undefined
  }
}

function templateOf(path: string) {
  const source = path.replaceAll(/\{\w+\}/g, '([^/]+)')
  return { pattern: new RegExp(`^${source}$`), names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '') }
}

/** `/jobs/{job_id}/artifacts/tree` comes before `/jobs/{job_id}/artifacts/{artifact_path}`. */
const fixedParts = ({ path }: Operation) => path.split('/').filter((part) => !part.startsWith('{')).length

const zip = (names: readonly string[], values: readonly string[]) =>
  Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]))
