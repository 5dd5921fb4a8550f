import type { OperationId } from '@jobs-api/contract'
import { type Action, actions, type JobStatus, transitions } from '@jobs-api/lifecycle'
import { text } from './html.ts'
import type { DocumentedOperation } from './operation.ts'
import type { Sources } from './operation-page.ts'

/** Which rules of the lifecycle an operation carries out. */
const actionsOf: Partial<Record<OperationId, readonly (readonly [Action, string])[]>> = {
  cancelJob: [
    ['cancel', 'Can be canceled'],
    ['forceCancel', 'Can be canceled by force'],
  ],
  retryJob: [['retry', 'Can be retried']],
  playJob: [
    ['play', 'Can be played'],
    ['playAgain', 'Can be played again'],
  ],
  eraseJob: [['erase', 'Can be erased']],
}

/** Every status that a transition knows. */
export const statuses: readonly JobStatus[] = [
  ...new Set(Object.values(transitions).flatMap((each) => each.flatMap(({ from, to }): JobStatus[] => [...from, to]))),
]

/** In which states the operation does something, as the rules have it. */
export function statesSection({ id, prose, node }: DocumentedOperation, { words, way }: Sources): string {
  const rules = (actionsOf[id] ?? []).map(([action, title]) => {
    const from: readonly JobStatus[] = actions[action].from
    const chips = statuses.map((status) => {
      const may = from.includes(status)
      return `<li class="${may ? 'has' : 'lacks'}"><code>${status}</code><span class="unseen">${may ? '' : ': no'}</span></li>`
    })
    return `<h3>${title} in</h3>\n<ul class="chips" aria-label="${title} in">${chips.join('')}</ul>`
  })
  const told = prose.states === '' ? [] : [words.markdown(prose.states)]
  const link = `<p><a href="${way('lifecycle.html')}">The lifecycle of a job</a></p>`
  if (rules.length > 0 || told.length > 0) return [...told, ...rules, link].join('\n')
  const takesJobTokens = JSON.stringify(node['security']).includes('jobToken')
  const token = takesJobTokens ? ' A job token works only while its own job is <code>running</code> or <code>canceling</code>.' : ''
  return `<p>${text('The status of a job makes no difference to who may ask.')}${token}</p>`
}
