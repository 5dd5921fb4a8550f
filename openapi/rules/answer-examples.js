import { aboutAnswers, follow, isJson, isSuccess, isText, members } from './reading.js'

/**
 * An answer is understood by looking at one: every body has a schema and a named example, and a success that can look
 * in more than one way shows at least two. Binary bodies have no schema worth reading, but still an example.
 */
export default aboutAnswers((ctx, status, response, tell) => {
  for (const media of members(ctx, response, 'content')) {
    const count = Object.keys(media.node.examples ?? {}).length
    if (!isJson(media.key) && !isText(media.key)) {
      if (count === 0 && media.node.example === undefined) tell('A binary body needs an example.', media.location)
      continue
    }
    if (media.node.schema === undefined) tell('The body needs a schema.', media.location)
    if (count === 0) tell('The body needs a named example.', media.location)
    const shape = follow(ctx, media.node.schema, media.location.child('schema')).node
    if (count === 1 && isSuccess(status) && isJson(media.key) && hasSeveralShapes(shape))
      tell('This body can look in more than one way; show at least two named examples.', media.location)
  }
})

/** @param {import('./reading.js').Node} schema */
function hasSeveralShapes({ type, oneOf, anyOf, properties = {}, required = [] }) {
  return type === 'array' || oneOf !== undefined || anyOf !== undefined || Object.keys(properties).some((name) => !required.includes(name))
}
