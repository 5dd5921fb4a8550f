import { isBlank } from './reading.js'

const shortest = 250

/** Whoever reads one operation must learn what it does, who may, and what can go wrong; a heading does not say that. */
export default () => ({
  /** @param {import('./reading.js').Node} operation @param {import('./reading.js').Context} ctx */
  Operation({ summary, description }, ctx) {
    if (isBlank(summary)) ctx.report({ message: 'An operation needs a summary.', location: ctx.location })
    const text = isBlank(description) ? '' : description.trim()
    const location = text === '' ? ctx.location : ctx.location.child('description')
    if (text.length < shortest)
      ctx.report({ message: `The description has ${text.length} characters; it needs at least ${shortest}.`, location })
    if (text !== '' && text === summary?.trim()) ctx.report({ message: 'The description only repeats the summary.', location })
  },
})
