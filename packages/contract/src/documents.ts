import { readFile } from 'node:fs/promises'
import neighbours from '../src/generated/neighbours.json' with { type: 'json' }
import current from '../src/generated/openapi.json' with { type: 'json' }
import sandbox from '../src/generated/sandbox.json' with { type: 'json' }

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [name: string]: Json }

/** An OpenAPI document as plain data, loosely typed: whoever reads it for more than its paths looks before taking. */
export interface OpenApiDocument extends JsonObject {
  openapi: string
  info: JsonObject
  paths: { [path: string]: JsonObject }
  components: { [kind: string]: JsonObject }
}

export const editionNames = ['10.7', '11.x', '12.8', '13.2', '17.x', 'current'] as const

/** One GitLab of the past, by the document that described it, or `current`. */
export type Edition = (typeof editionNames)[number]

/** The contract as it is today. Shared by everybody who imports it: never change it. */
export const document: OpenApiDocument = current

/** What stands beside the Jobs API because its clients need it. Shared as well. */
export const neighboursDocument: OpenApiDocument = neighbours

/** The controls of the sandbox. Shared as well. */
export const sandboxDocument: OpenApiDocument = sandbox

/** The contract as it was in one edition. */
export async function editionDocument(edition: Edition): Promise<OpenApiDocument> {
  if (edition === 'current') return document
  // From `src` and from `dist` alike the generated files lie in the neighbouring `src`.
  const path = new URL(`../src/generated/editions/${edition}.json`, import.meta.url)
  const parsed: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (!isDocument(parsed)) throw new Error(`${path.pathname} is not an OpenAPI document`)
  return parsed
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Follows a local `$ref`; anything else is given back as it is. */
export function resolve(document: OpenApiDocument, node: Json | undefined): JsonObject {
  if (!isObject(node)) throw new Error(`expected an object, found ${JSON.stringify(node)}`)
  if (typeof node['$ref'] !== 'string') return node
  const steps = node['$ref'].replace(/^#\//, '').split('/')
  return resolve(
    document,
    steps.reduce<Json | undefined>((parent, step) => (isObject(parent) ? parent[unescaped(step)] : undefined), document),
  )
}

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~')

function isDocument(value: unknown): value is OpenApiDocument {
  return typeof value === 'object' && value !== null && 'openapi' in value && 'paths' in value && 'components' in value
}
