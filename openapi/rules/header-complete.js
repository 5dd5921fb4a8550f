import { isBlank, reporter } from './reading.js'

/** A header says what it is for, what it may be, and shows one. */
export default () => {
  const report = reporter()
  return {
    /** @param {import('./reading.js').Node} header @param {import('./reading.js').Context} ctx */
    Header(header, ctx) {
      const tell = (/** @type {string} */ message) => report(ctx, message, ctx.location)
      if (isBlank(header.description)) tell('A header needs a description.')
      if (header.schema === undefined) tell('A header needs a schema.')
      if (header.example === undefined && Object.keys(header.examples ?? {}).length === 0) tell('A header needs an example.')
    },
  }
}
