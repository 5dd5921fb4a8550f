import { aboutAnswerSchemas } from './reading.js'

/** Servers learn new words; a closed list in an answer would break every generated client on that day (decision 0009). */
export default aboutAnswerSchemas(({ node, location }, tell) => {
  if (node.enum !== undefined) tell('A list in an answer is open: x-extensible-enum instead of enum.', location.child('enum'))
})
