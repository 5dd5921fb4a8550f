import { aboutAnswers, follow, isJson, isSuccess, members } from './reading.js'

/** An answer that hands out an id says where the id leads. */
export default aboutAnswers((ctx, status, response, tell) => {
  if (!isSuccess(status) || Object.keys(response.node.links ?? {}).length > 0) return
  const bodies = members(ctx, response, 'content').filter(({ key }) => isJson(key))
  if (bodies.some((media) => yieldsId(ctx, follow(ctx, media.node.schema, media.location.child('schema')))))
    tell('An answer with an id needs links to what can be done with it.', response.location)
})

/** @param {import('./reading.js').Context} ctx @param {import('./reading.js').Found} schema @returns {boolean} */
function yieldsId(ctx, schema) {
  const { items, properties } = schema.node
  if (items !== undefined) return yieldsId(ctx, follow(ctx, items, schema.location.child('items')))
  return properties?.id !== undefined || members(ctx, schema, 'oneOf').some((alternative) => yieldsId(ctx, alternative))
}
