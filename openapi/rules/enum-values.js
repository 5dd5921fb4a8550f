import { isBlank, reporter } from './reading.js'

/** Every value of a list is explained, no more and no fewer. */
export default () => {
  const report = reporter()
  return {
    /** @param {import('./reading.js').Node} schema @param {import('./reading.js').Context} ctx */
    Schema(schema, ctx) {
      const list = schema.enum ?? schema['x-extensible-enum']
      if (!Array.isArray(list)) return
      const values = list.filter((value) => value !== null)
      const explained = schema['x-enum-values'] ?? {}
      const tell = (/** @type {string} */ message) => report(ctx, message, ctx.location)
      for (const value of values) {
        if (!(value in explained)) tell(`The value "${value}" is missing from x-enum-values.`)
        else if (isBlank(explained[value].description)) tell(`The value "${value}" needs a description.`)
      }
      for (const value of Object.keys(explained))
        if (!values.includes(value)) tell(`x-enum-values explains "${value}", which is not in the list.`)
    },
  }
}
