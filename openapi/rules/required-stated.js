import { aboutAnswerSchemas } from './reading.js'

/** A client may rely on what is `required`; an answer that requires nothing promises nothing. */
export default aboutAnswerSchemas(({ node, location }, tell) => {
  if (node.properties !== undefined && !Array.isArray(node.required)) tell('An object in an answer needs `required`.', location)
})
