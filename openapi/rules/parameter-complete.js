import { follow, isBlank, reporter } from './reading.js'

const constraints = ['enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems']

/** A parameter says what it is for, what it may be, and shows one. Numbers and booleans are constraint enough. */
export default () => {
  const report = reporter()
  return {
    Operation: {
      /** @param {import('./reading.js').Node} parameter @param {import('./reading.js').Context} ctx */
      Parameter(parameter, ctx) {
        const tell = (/** @type {string} */ message) => report(ctx, `${parameter.name}: ${message}`, ctx.location)
        if (isBlank(parameter.description)) tell('a parameter needs a description.')
        if (parameter.schema === undefined) tell('a parameter needs a schema.')
        else if (!isConstrained(follow(ctx, parameter.schema, ctx.location.child('schema')).node))
          tell('its schema permits any text; add a constraint.')
        if (parameter.example === undefined && Object.keys(parameter.examples ?? {}).length === 0) tell('a parameter needs an example.')
      },
    },
  }
}

/** @param {import('./reading.js').Node} schema */
function isConstrained(schema) {
  return ['boolean', 'integer'].includes(schema.type) || constraints.some((name) => schema[name] !== undefined)
}
