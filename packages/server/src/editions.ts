import type { Edition } from '@jobs-api/contract'

/** What an older edition does differently with the same request; what it does not have at all is in its document. */
export interface EditionBehaviour {
  readonly name: Edition
  /** Decision 0003: every document up to 17.x answers 404 for a job without a log. */
  readonly missingLog: 'not_found' | 'empty'
  /** Decision 0004: up to 13.4 a pipeline's jobs came oldest first, retried ones among them. */
  readonly pipelineJobs: 'newest_first' | 'oldest_first_with_retried'
}

export function behaviourOf(name: Edition): EditionBehaviour {
  const beforeOrderChanged = ['10.7', '11.x', '12.8', '13.2'].includes(name)
  return {
    name,
    missingLog: name === 'current' ? 'empty' : 'not_found',
    pipelineJobs: beforeOrderChanged ? 'oldest_first_with_retried' : 'newest_first',
  }
}
