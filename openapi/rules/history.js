import { members, reporter } from './reading.js'

const release = /^\d+\.\d+$/

/** @param {string} text */
const number = (text) => Number(text.split('.')[0]) * 1000 + Number(text.split('.')[1])

/** The editions are derived from these dates, so whatever can come or go says when. */
export default () => {
  const report = reporter()

  /** @param {import('./reading.js').Context} ctx @param {import('./reading.js').Node} dates @param {import('./reading.js').Location} location */
  const check = (ctx, dates, location) => {
    const { 'x-since': since, 'x-until': until } = dates
    if (typeof since !== 'string' || !release.test(since))
      return report(ctx, 'x-since must say which release brought it ("13.2").', location)
    if (until === undefined) return
    if (typeof until !== 'string' || !release.test(until)) return report(ctx, 'x-until must be a release ("13.2").', location)
    if (number(until) < number(since)) report(ctx, `It cannot go (${until}) before it comes (${since}).`, location)
  }

  /** @param {import('./reading.js').Node} node @param {import('./reading.js').Context} ctx */
  const itself = (node, ctx) => check(ctx, node, ctx.location)

  return {
    Operation: { enter: itself, Parameter: itself, Response: itself },
    Header: itself,
    /** @param {import('./reading.js').Node} schema @param {import('./reading.js').Context} ctx */
    Schema(schema, ctx) {
      const here = { node: schema, location: ctx.location }
      // A property is dated by itself or by the schema that it refers to.
      for (const { node, raw, key } of members(ctx, here, 'properties'))
        check(ctx, { ...node, ...raw }, ctx.location.child(['properties', key]))
      for (const { node, location } of members(ctx, here, 'x-enum-values')) check(ctx, node, location)
    },
  }
}
