import { STATUS_CODES } from 'node:http'
import type { Example, JsonObject, OperationId } from '@jobs-api/contract'
import { codeBlock } from './highlight.ts'
import { code, table, text } from './html.ts'
import { type DocumentedOperation, objectOf, resolved, wordsOf } from './operation.ts'
import { curlOf, isPlain } from './samples.ts'
import { typeOf, type Words } from './schema.ts'

/** What may come back: successes with their bodies, refusals with their reasons. */
export function answersSection(operation: DocumentedOperation, words: Words): string {
  const { node, prose } = operation
  const wrong = prose.whatCanGoWrong === '' ? '' : `<p><strong>What can go wrong:</strong> ${words.inline(prose.whatCanGoWrong)}</p>`
  const answers = Object.entries(objectOf(node['responses'])).map(([status, response]) => {
    const examples = operation.examples.filter((example) => String(example.status) === status)

    return answer(status, resolved(response), examples, words)
  })
  return `${wrong}\n${answers.join('\n')}`
}

function answer(status: string, response: JsonObject, examples: readonly Example<OperationId>[], words: Words): string {
  const bodies = Object.entries(objectOf(response['content'])).map(
    ([type, media]) => `${code(type)}: ${typeOf(objectOf(media)['schema'], words)}`,
  )
  const headers = Object.entries(objectOf(response['headers'])).map(([name, header]) => [
    code(name),
    words.inline(wordsOf(resolved(header)['description'])),
  ])
  const since = wordsOf(response['x-since'])
  return `<div class="answer">
<h3 id="answer-${status}"><span class="status s${status[0]}">${status}</span> ${STATUS_CODES[status] ?? ''}</h3>
${words.markdown(wordsOf(response['description']))}
<p class="quiet">${[...bodies, ...(since === '' ? [] : [`since GitLab ${text(since)}`])].join(' · ')}</p>
${examples.map(shownExample).join('\n')}
${headers.length === 0 ? '' : `<details><summary>Headers</summary>${table(`Headers of ${status}`, ['Header', 'Meaning'], headers)}</details>`}
</div>`
}

function shownExample(example: Example<OperationId>): string {
  const { name, summary, reason, status } = example
  const id = `${status}-${name}`
  const word = reason === undefined ? '' : `<p><a href="../reasons.html#${text(reason)}">Wherever one meets ${code(reason)}</a></p>`
  const request = status >= 300 && isPlain(example) ? codeBlock(curlOf(example), 'bash', `${summary}: curl`) : ''
  return `<details class="example" id="${id}"><summary>${text(summary)}${reason === undefined ? '' : ` ${code(reason)}`}</summary>${word}
${request}${body(example)}</details>`
}

function body({ value, isBase64, mediaType, summary }: Example): string {
  if (value === undefined || mediaType === undefined) return '<p>No body.</p>'
  if (isBase64) return `<p>${Buffer.from(String(value), 'base64').length} bytes.</p>`
  if (value === '') return '<p>An empty body.</p>'
  if (typeof value === 'string') return codeBlock(value.trimEnd(), 'text', `${summary}: answer`)
  return codeBlock(JSON.stringify(value, null, 2), 'json', `${summary}: answer`)
}
