import { isBlank, members, reporter } from './reading.js'

/**
 * A member of a body is described and typed, null included where it may be null, and shown. What refers to a schema is
 * described there, and what consists of other members is shown by them.
 */
export default () => {
  const report = reporter()
  return {
    /** @param {import('./reading.js').Node} schema @param {import('./reading.js').Context} ctx */
    Schema(schema, ctx) {
      for (const { key, raw, node } of members(ctx, { node: schema, location: ctx.location }, 'properties')) {
        const tell = (/** @type {string} */ message) => report(ctx, `${key}: ${message}`, ctx.location.child(['properties', key]))
        if (isBlank(raw.description) && isBlank(node.description)) tell('a property needs a description.')
        if (!isTyped(node)) tell('a property states its type, and whether it may be null.')
        if (!isShownElsewhere(raw) && !Array.isArray(node.examples)) tell('a property needs examples.')
      }
    },
  }
}

/** @param {import('./reading.js').Node} schema */
const isTyped = ({ type, oneOf, anyOf }) => type !== undefined || oneOf !== undefined || anyOf !== undefined

/** @param {import('./reading.js').Node} schema @returns {boolean} */
function isShownElsewhere(schema) {
  if (schema['$ref'] !== undefined || schema.properties !== undefined || schema.type === 'null') return true
  if (Array.isArray(schema.oneOf)) return schema.oneOf.every(isShownElsewhere)
  return schema.items !== undefined && isShownElsewhere(schema.items)
}
