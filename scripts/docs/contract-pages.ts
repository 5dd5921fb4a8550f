import { document } from '@jobs-api/contract'
import { type Fact, placeOf } from './facts.ts'
import { code, section, table, text } from './html.ts'
import { type DocumentedOperation, objectOf, wordsOf } from './operation.ts'
import { type Page, wayTo } from './page.ts'
import { membersTable, typeOf, valuesOf, type Words } from './schema.ts'

export const schemaNames = Object.keys(objectOf(document.components['schemas']))

/** A page for each schema: its members, its values, and who speaks of it. */
export function schemaPage(name: string, words: Words): Page {
  const schema = objectOf(document.components['schemas']?.[name])
  const content = [
    `<h1>${code(name)}</h1>\n<div class="lead">${words.markdown(wordsOf(schema['description']))}</div>`,
    'properties' in schema ? '' : `<p>${typeOf(schema, words)}</p>`,
    section('members', 'Members', membersTable(schema, words)),
    section('values', 'Values', valuesOf(schema, words)),
  ]
  return {
    path: `schemas/${name}.html`,
    title: name,
    summary: wordsOf(schema['description']).split('\n')[0] ?? '',
    body: content.join('\n'),
  }
}

export function schemasPage(words: Words): Page {
  const rows = schemaNames.map((name) => [
    `<a href="${wayTo('schemas/index.html', `schemas/${name}.html`)}">${code(name)}</a>`,
    words.inline(wordsOf(objectOf(document.components['schemas']?.[name])['description']).split(/\n\s*\n/)[0] ?? ''),
  ])
  const body = `<h1>Schemas</h1>\n<p class="lead">The shapes of requests and answers, each with every member.</p>\n${table('Schemas', ['Schema', 'What it is'], rows)}`
  return { path: 'schemas/index.html', title: 'Schemas', chapter: 'Reference', body }
}

/** Every word for why a request is refused, and where one meets it. */
export function reasonsPage(operations: readonly DocumentedOperation[]): Page {
  const refusals = operations.flatMap(({ id, examples }) =>
    examples.flatMap((example) => (example.reason === undefined ? [] : [{ ...example, id, reason: example.reason }])),
  )
  const byReason = Map.groupBy(refusals, ({ reason }) => reason)
  const parts = [...byReason]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reason, all]) => {
      const links = all.map(({ id, status, name }) => `<a href="operations/${id}.html#${status}-${text(name)}">${code(id)}</a>`)
      return [
        `<span id="${text(reason)}">${code(reason)}</span>`,
        String(all[0]?.status),
        text(all[0]?.summary ?? ''),
        [...new Set(links)].join(' '),
      ]
    })
  const body = `<h1>Reasons</h1>
<p class="lead">Every documented refusal carries one stable word for why. It is the <code>reason</code> of the SDK's errors, the name of the mock's answers, and what a program may branch on.</p>
${table('Reasons', ['Reason', 'Status', 'For example', 'Where'], parts)}`
  return { path: 'reasons.html', title: 'Reasons for refusals', chapter: 'Reference', body }
}

/** Every fact that the contract rests on, with its sources. */
export function evidencePage(facts: ReadonlyMap<string, Fact>, words: Words): Page {
  const topics = Map.groupBy(facts.values(), ({ topic }) => topic)
  const parts = [...topics].map(([topic, all]) => {
    const rows = all.map((fact) => [
      `<span id="${fact.id}">${code(fact.id)}</span>`,
      words.inline(fact.sentence),
      text(fact.certainty),
      [fact.source, ...(fact.also ?? [])].map(placeOf).join('<br>'),
    ])
    return section(topic, text(topic), table(`Facts about ${topic}`, ['Fact', 'What is known', 'How sure', 'Where it was found'], rows))
  })
  const body = `<h1>Evidence</h1>
<p class="lead">${facts.size} facts about GitLab's Jobs API, each with the place where it was found and how sure it is. The contract cites them; the conformance kit asserts those that are sure.</p>
${parts.join('\n')}`
  return { path: 'evidence.html', title: 'Evidence', chapter: 'Reference', body }
}
