export { type Action, actions, allows, type JobFacts } from './actions.ts'
export { type CountedJob, pipelineStatus } from './pipeline-status.ts'
export { groups, isIn, type JobStatus } from './statuses.ts'
export { after, type JobEvent, transitions } from './transitions.ts'
