import { members, reporter } from './reading.js'

/** Whoever sends a body must see one, in every form that is accepted. */
export default () => {
  const report = reporter()
  return {
    /** @param {import('./reading.js').Node} node @param {import('./reading.js').Context} ctx */
    RequestBody(node, ctx) {
      for (const media of members(ctx, { node, location: ctx.location }, 'content')) {
        if (media.node.schema === undefined) report(ctx, 'The body needs a schema.', media.location)
        if (Object.keys(media.node.examples ?? {}).length === 0) report(ctx, 'The body needs a named example.', media.location)
      }
    },
  }
}
