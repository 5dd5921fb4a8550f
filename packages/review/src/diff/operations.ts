import { isObject, isText, type Json, type JsonObject, membersOf } from '../source/json.ts'
import type { Source } from '../source/source.ts'

export interface Operation {
  readonly method: string
  /** As the document has it: `/projects/{id}/jobs`. */
  readonly path: string
  readonly id: string | undefined
  readonly node: JsonObject
  /** Those of the path and those of the operation, which win. */
  readonly parameters: readonly Parameter[]
  /** The operation's own security or that of the document. */
  readonly security: readonly Json[]
  /** A webhook or a callback: here the server asks, and whoever uses the API answers. */
  readonly isIncoming?: true
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly node: JsonObject
}

/** An operation in both documents, or in one of them. */
export interface Match {
  readonly old?: Operation
  readonly new?: Operation
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

export function operationsOf(source: Source): Operation[] {
  return membersOf(source.root['paths']).flatMap(([path, item]) => {
    const shared = source.object(item)
    return methods.filter((method) => isObject(shared[method])).map((method) => operation(source, path, method, shared))
  })
}

/**
 * Webhooks and callbacks, as operations whose address is `webhook newBook`, or `callback onReturn {$request.body#/url} of POST /loans`.
 */
export function incomingOf(source: Source): Operation[] {
  const webhooks = membersOf(source.root['webhooks']).map(([name, item]) => [`webhook ${name}`, item] as const)
  const callbacks = operationsOf(source).flatMap(({ node, method, path }) =>
    membersOf(node['callbacks']).flatMap(([name, callback]) =>
      membersOf(source.object(callback)).map(([address, item]) => [`callback ${name} ${address} of ${method} ${path}`, item] as const),
    ),
  )
  return [...webhooks, ...callbacks].flatMap(([path, raw]) => {
    const item = source.object(raw)
    const own = methods.filter((method) => isObject(item[method])).map((method) => operation(source, path, method, item))
    // The document's security says what the API asks for, not what it brings.
    return own.map((one): Operation => ({ ...one, security: listed(one.node['security']), isIncoming: true }))
  })
}

function operation(source: Source, path: string, method: string, item: JsonObject): Operation {
  const node = source.object(item[method])
  const found = new Map<string, Parameter>()
  for (const one of [...listed(item['parameters']), ...listed(node['parameters'])]) {
    const parameter = source.object(one)
    const [name, place] = [String(parameter['name']), String(parameter['in'])]
    found.set(`${place} ${place === 'header' ? name.toLowerCase() : name}`, { name, in: place, node: parameter })
  }
  return {
    method: method.toUpperCase(),
    path,
    id: isText(node['operationId']) ? node['operationId'] : undefined,
    node,
    parameters: [...found.values()],
    security: listed(node['security'] ?? source.root['security']),
  }
}

const listed = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** The address without the names of its parameters: what tells operations apart on the wire. */
export const addressOf = ({ method, path }: Operation): string => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`

/** Pairs operations by their address; what is left over by operationId, since an operation may have moved. */
export function match(olds: readonly Operation[], news: readonly Operation[]): Match[] {
  const waiting = new Map(news.map((one) => [addressOf(one), one]))
  const alone: Operation[] = []
  const pairs: Match[] = []
  for (const old of olds) {
    const same = waiting.get(addressOf(old))
    waiting.delete(addressOf(old))
    if (same === undefined) alone.push(old)
    else pairs.push({ old, new: same })
  }
  for (const old of alone) {
    const moved = old.id === undefined ? undefined : [...waiting.values()].find(({ id }) => id === old.id)
    if (moved !== undefined) waiting.delete(addressOf(moved))
    pairs.push(moved === undefined ? { old } : { old, new: moved })
  }
  return [...pairs, ...[...waiting.values()].map((one) => ({ new: one }))]
}
