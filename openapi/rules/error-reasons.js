import { isBlank, isRefusal, members, reporter } from './reading.js'

const word = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

/**
 * Programs tell refusals apart by one word, so each documented refusal has one. A word means one thing: it has one
 * status, and no other word is explained in the same sentence.
 */
export default () => {
  const report = reporter()
  /** @type {Map<string, string>} */ const statuses = new Map()
  /** @type {Map<string, string>} */ const meanings = new Map()

  /** @param {Map<string, string>} map @param {string} key @param {string} value @returns {string} the first value this key was given */
  const first = (map, key, value) => {
    if (!map.has(key)) map.set(key, value)
    return map.get(key) ?? value
  }

  /** @param {import('./reading.js').Node} node @param {import('./reading.js').Context} ctx */
  const Response = (node, ctx) => {
    const status = String(ctx.key)
    if (!isRefusal(status)) return
    for (const media of members(ctx, { node, location: ctx.location }, 'content'))
      for (const example of members(ctx, media, 'examples')) {
        const { 'x-reason': reason, summary } = example.node
        if (typeof reason !== 'string' || !word.test(reason)) {
          report(ctx, 'An example of a refusal needs x-reason, a word in snake_case.', example.location)
          continue
        }
        const usual = first(statuses, reason, status)
        if (usual !== status) report(ctx, `"${reason}" stands for ${usual} elsewhere, here for ${status}.`, example.location)
        if (isBlank(summary)) continue
        const other = first(meanings, summary.trim().toLowerCase(), reason)
        if (other !== reason) report(ctx, `"${reason}" and "${other}" are explained in the same words.`, example.location)
      }
  }
  return { Operation: { Response } }
}
