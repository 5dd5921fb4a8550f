import { basename } from 'node:path'

const verbs = ['get', 'list', 'play', 'download', 'delete', 'cancel', 'retry', 'erase', 'keep']
const pattern = new RegExp(`^(${verbs.join('|')})([A-Z][a-z]*)+$`)

/** One word leads through the whole project: the operation id is a verb and a noun, and the name of the file. */
export default () => ({
  /** @param {import('./reading.js').Node} operation @param {import('./reading.js').Context} ctx */
  Operation({ operationId }, ctx) {
    const location = ctx.location.child('operationId')
    if (!pattern.test(operationId ?? ''))
      ctx.report({ message: `"${operationId}" must be camelCase and begin with one of ${verbs.join(', ')}.`, location })
    const file = basename(ctx.location.source.absoluteRef)
    if (ctx.location.pointer !== '#/' || file !== `${operationId}.yaml`)
      ctx.report({ message: `${operationId} must stand in a file of its own, ${operationId}.yaml.`, location })
  },
})
