import type { Example, OperationId } from '@jobs-api/contract'
import { codeBlock } from './highlight.ts'
import { text } from './html.ts'
import type { DocumentedOperation } from './operation.ts'
import { sampleOf } from './samples.ts'

/** The examples of success, each as a line for a shell and as programs. Without scripts they stand below one another. */
export function samplesSection({ id, tag, examples }: DocumentedOperation): string {
  const shown = examples.filter(({ status }) => status < 300)
  const each = shown.map(sampleTabs)
  return `<p>With <code>npm start</code> running, each of these works as it stands. Or <a href="../reference.html#/${encodeURIComponent(tag)}/${id}">try it in the browser</a>.</p>\n${each.join('\n')}`
}

function sampleTabs(example: Example<OperationId>): string {
  const { name, summary } = example
  const { curl, client, fetch } = sampleOf(example)
  const panel = (label: string, source: string, language: string) =>
    `<div class="panel" data-label="${label}"><h4>${label}</h4>${codeBlock(source.trimEnd(), language, `${text(summary)}: ${label}`)}</div>`
  return `<div class="sample" data-sample="${text(name)}">
<h3 id="sample-${text(name)}">${text(summary)}</h3>
<div class="tabs">${panel('curl', curl, 'bash')}${panel('SDK', client, 'ts')}${panel('fetch', fetch, 'ts')}</div>
</div>`
}
