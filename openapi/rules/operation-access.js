import { isBlank } from './reading.js'

/** Who may call an operation, with which credential, and whether it may be sent twice, is stated, never inherited. */
export default () => ({
  /** @param {import('./reading.js').Node} operation @param {import('./reading.js').Context} ctx */
  Operation(operation, ctx) {
    const { location } = ctx
    if (isBlank(operation['x-ability'])) ctx.report({ message: 'x-ability must name the ability that the caller needs.', location })
    if (typeof operation['x-repeatable'] !== 'boolean')
      ctx.report({ message: 'x-repeatable must say whether sending it twice does what sending it once does.', location })
    if (!Array.isArray(operation.security) || operation.security.length === 0)
      ctx.report({ message: 'security must list the credentials that are accepted here.', location })
  },
})
