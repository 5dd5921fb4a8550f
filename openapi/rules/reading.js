/**
 * @typedef {Record<string, any>} Node
 * @typedef {{ source: { absoluteRef: string }, pointer: string, absolutePointer: string, child(step: string | string[]): Location, key(): Location }} Location
 * @typedef {{ key: string, location: Location, report(problem: { message: string, location?: Location }): void, resolve(node: Node, from?: string): { node?: Node, location?: Location } }} Context
 * @typedef {{ node: Node, location: Location }} Found
 */

/**
 * Follows a reference if there is one, and remembers where the target stands.
 * @param {Context} ctx @param {Node | undefined} node @param {Location} location
 * @returns {Found}
 */
export function follow(ctx, node, location) {
  if (typeof node?.['$ref'] !== 'string') return { node: node ?? {}, location }
  const target = ctx.resolve(node, location.source.absoluteRef)
  // A dangling reference is another rule's business.
  return target.node === undefined || target.location === undefined ? { node: {}, location } : follow(ctx, target.node, target.location)
}

/**
 * The members of a map (`content`, `examples`, `properties` ...), references followed.
 * @param {Context} ctx @param {Found} holder @param {string} name
 * @returns {(Found & { key: string, raw: Node })[]}
 */
export function members(ctx, holder, name) {
  const map = holder.node[name]
  if (map === null || typeof map !== 'object') return []
  const location = holder.location.child(name)
  return Object.entries(map).map(([key, raw]) => ({ key, raw, ...follow(ctx, raw, location.child(key)) }))
}

/**
 * A schema and every schema inside it, each once, references followed.
 * @param {Context} ctx @param {Found} schema @param {Set<Node>} seen
 * @returns {Generator<Found>}
 */
export function* schemasIn(ctx, schema, seen = new Set()) {
  if (seen.has(schema.node)) return
  seen.add(schema.node)
  yield schema
  const single = ['items', 'additionalProperties'].filter((name) => schema.node[name] !== null && typeof schema.node[name] === 'object')
  const inside = [
    ...single.map((name) => follow(ctx, schema.node[name], schema.location.child(name))),
    ...['properties', 'oneOf', 'anyOf', 'allOf'].flatMap((name) => members(ctx, schema, name)),
  ]
  for (const inner of inside) yield* schemasIn(ctx, inner, seen)
}

/** @param {string} mediaType */
export const isJson = (mediaType) => /[/+]json\b/.test(mediaType)

/** @param {string} mediaType */
export const isText = (mediaType) => mediaType.startsWith('text/')

/** @param {string} status */
export const isSuccess = (status) => status.startsWith('2')

/** @param {string} status */
export const isRefusal = (status) => /^[45]/.test(status)

/** @param {unknown} text */
export const isBlank = (text) => typeof text !== 'string' || text.trim() === ''

/**
 * Reports a problem once, however many operations share the place where it stands.
 * @returns {(ctx: Context, message: string, location: Location) => void}
 */
export function reporter() {
  const told = new Set()
  return (ctx, message, location) => {
    const problem = `${location.source.absoluteRef}${location.pointer} ${message}`
    if (told.has(problem)) return
    told.add(problem)
    ctx.report({ message, location })
  }
}

/**
 * A rule about the answers of operations, each with its status.
 * @param {(ctx: Context, status: string, response: Found, tell: (message: string, location: Location) => void) => void} check
 */
export function aboutAnswers(check) {
  return () => {
    const report = reporter()
    /** @param {Node} response @param {Context} ctx */
    const Response = (response, ctx) =>
      check(ctx, String(ctx.key), { node: response, location: ctx.location }, (message, location) => report(ctx, message, location))
    return { Operation: { Response } }
  }
}

/**
 * A rule about every schema of every JSON answer.
 * @param {(schema: Found, tell: (message: string, location: Location) => void) => void} check
 */
export function aboutAnswerSchemas(check) {
  return aboutAnswers((ctx, _status, response, tell) => {
    for (const media of members(ctx, response, 'content').filter(({ key }) => isJson(key)))
      for (const schema of schemasIn(ctx, follow(ctx, media.node.schema, media.location.child('schema')))) check(schema, tell)
  })
}
