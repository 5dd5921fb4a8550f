import answerExamples from './answer-examples.js'
import bodyExamples from './body-examples.js'
import enumValues from './enum-values.js'
import errorReasons from './error-reasons.js'
import evidence from './evidence.js'
import headerComplete from './header-complete.js'
import history from './history.js'
import idLinks from './id-links.js'
import openAnswers from './open-answers.js'
import operationAccess from './operation-access.js'
import operationName from './operation-name.js'
import operationStatuses from './operation-statuses.js'
import operationText from './operation-text.js'
import parameterComplete from './parameter-complete.js'
import pathNames from './path-names.js'
import propertyComplete from './property-complete.js'
import requiredStated from './required-stated.js'

/** What the contract promises about itself and no standard rule checks. One rule a file; `fixtures/` shows each at work. */
export default () => ({
  id: 'jobs',
  rules: {
    oas3: {
      'answer-examples': answerExamples,
      'body-examples': bodyExamples,
      'enum-values': enumValues,
      'error-reasons': errorReasons,
      evidence,
      'header-complete': headerComplete,
      history,
      'id-links': idLinks,
      'open-answers': openAnswers,
      'operation-access': operationAccess,
      'operation-name': operationName,
      'operation-statuses': operationStatuses,
      'operation-text': operationText,
      'parameter-complete': parameterComplete,
      'path-names': pathNames,
      'property-complete': propertyComplete,
      'required-stated': requiredStated,
    },
  },
})
