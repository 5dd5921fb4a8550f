import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { members, reporter } from './reading.js'

const folder = new URL('../evidence/', import.meta.url)

/** Every fact there is, and the word for a statement that rests on none. */
const known = () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const facts = files.flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')))
  return new Set(['inferred', ...facts.map(({ id }) => id)])
}

/** The contract is worth as much as its sources: each statement names the facts it rests on, or admits that it is inferred. */
export default () => {
  const facts = known()
  const report = reporter()

  /** @param {import('./reading.js').Context} ctx @param {import('./reading.js').Node} node @param {import('./reading.js').Location} location */
  const check = (ctx, { 'x-evidence': evidence }, location) => {
    if (!Array.isArray(evidence) || evidence.length === 0)
      return report(ctx, 'x-evidence must name at least one fact, or `inferred`.', location)
    for (const id of evidence) if (!facts.has(id)) report(ctx, `There is no fact "${id}" in openapi/evidence.`, location)
  }

  /** @param {import('./reading.js').Node} node @param {import('./reading.js').Context} ctx */
  const itself = (node, ctx) => check(ctx, node, ctx.location)

  return {
    Operation: { enter: itself, Parameter: itself, Response: itself },
    Header: itself,
    /** @param {import('./reading.js').Node} schema @param {import('./reading.js').Context} ctx */
    Schema(schema, ctx) {
      const here = { node: schema, location: ctx.location }
      for (const { node, raw, key } of members(ctx, here, 'properties'))
        check(ctx, { ...node, ...raw }, ctx.location.child(['properties', key]))
      for (const { node, location } of members(ctx, here, 'x-enum-values')) check(ctx, node, location)
    },
  }
}
