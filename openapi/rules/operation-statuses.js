import { follow } from './reading.js'

/** Nobody is safe from a missing token, a limit or an accident, and whatever is named by a path may not exist. */
export default () => ({
  /** @param {import('./reading.js').Node} operation @param {import('./reading.js').Context} ctx */
  Operation({ parameters = [], responses = {} }, ctx) {
    const place = ctx.location.child('parameters')
    const isInPath = (/** @type {import('./reading.js').Node} */ raw, /** @type {number} */ index) =>
      follow(ctx, raw, place.child(String(index))).node.in === 'path'
    const needed = parameters.some(isInPath) ? ['401', '404', '429', '500'] : ['401', '429', '500']
    for (const status of needed)
      if (!(status in responses))
        ctx.report({ message: `The answer ${status} is not described.`, location: ctx.location.child('responses') })
  },
})
