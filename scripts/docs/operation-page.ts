import { allChecks } from '@jobs-api/conformance'
import { document, editionNames, operations } from '@jobs-api/contract'
import type { Step } from '../review/history-page.ts'
import { answersSection } from './answers-section.ts'
import { type Fact, placeOf } from './facts.ts'
import { code, facts as factList, section, table, text } from './html.ts'
import { type DocumentedOperation, listOf, objectOf, resolved, wordsOf } from './operation.ts'
import type { Page } from './page.ts'
import { samplesSection } from './samples-section.ts'
import { membersTable, typeOf, type Words } from './schema.ts'
import { statesSection } from './states-section.ts'

/** What the page of an operation is made from, beside the operation. */
export interface Sources {
  readonly facts: ReadonlyMap<string, Fact>
  readonly changes: readonly Step[]
  readonly words: Words
  /** The way to a page of the site. */
  readonly way: (path: string) => string
  /** The way to what shows a file of the repository, undefined if there is no such file. */
  readonly file: (path: string) => string | undefined
  /** The decisions that speak of it. */
  readonly decisions: readonly { readonly path: string; readonly title: string }[]
}

export function operationPage(operation: DocumentedOperation, sources: Sources): Page {
  const { id, method, path, tag, summary, prose } = operation
  const { words } = sources
  const body = [
    `<h1>${text(summary)}</h1>\n<p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${text(path)}</code></p>\n`,
    `<div class="lead">${words.markdown(prose.lead)}</div>\n`,
    factList(short(operation)),
    section('who-may', 'Who may', words.markdown(prose.whoMay)),
    section('tokens', 'Tokens', tokens(operation, words)),
    section('states', 'States', statesSection(operation, sources)),
    section('parameters', 'Parameters', parameters(operation, words)),
    section('body', 'Body', requestBody(operation, words)),
    section('samples', 'Try it', samplesSection(operation)),
    section('answers', 'Answers', answersSection(operation, words)),
    section('editions', 'Editions', editions(operation, sources)),
    section('evidence', 'Evidence', evidence(operation, sources)),
    section('checks', 'What the conformance kit examines', checks(operation)),
    section('sources', 'Where it stands', places(operation, sources)),
  ]
  return { path: `operations/${id}.html`, title: summary, short: id, summary: `${method} ${path}`, chapter: tag, body: body.join('\n') }
}

function short({ id, node }: DocumentedOperation): (readonly [string, string])[] {
  const { ability, repeatable } = operations[id]
  return [
    ['Operation', code(id)],
    ['Since', text(`GitLab ${wordsOf(node['x-since'])}`)],
    ['Ability', ability === 'none' ? 'none: the token says it all' : code(ability)],
    ['Sent twice', repeatable ? 'does what sending it once does' : 'may act twice; clients must not repeat it blindly'],
  ]
}

function tokens({ node }: DocumentedOperation, { inline }: Words): string {
  const schemes = listOf(node['security']).flatMap((one) => {
    const names = Object.keys(objectOf(one))
    return names.length === 0 ? ['none'] : names
  })
  const rows = schemes.map((name) => {
    if (name === 'none') return ['no token', '', 'Whatever the public may see is answered without one.']
    const scheme = objectOf(document.components['securitySchemes']?.[name])
    const carrier =
      scheme['type'] === 'http' ? 'Authorization: Bearer …' : scheme['in'] === 'query' ? `?${scheme['name']}=…` : `${scheme['name']}: …`
    return [code(name), code(carrier), inline(wordsOf(scheme['description']))]
  })
  return table('Tokens', ['Credential', 'As', 'What it is'], rows)
}

function parameters({ node }: DocumentedOperation, words: Words): string {
  const rows = listOf(node['parameters']).map((entry) => {
    const parameter = resolved(entry)
    const { name, schema } = parameter
    const needed = parameter['required'] === true ? '' : ' <span class="quiet">optional</span>'
    const values = listOf(objectOf(resolvedSchema(schema))['enum']).map((value) => code(String(value)))
    const meaning = words.inline(wordsOf(parameter['description'])) + (values.length > 0 ? `<br>${values.join(' ')}` : '')
    return [
      `${code(wordsOf(name))}${needed}`,
      wordsOf(parameter['in']),
      typeOf(schema, words),
      meaning,
      text(wordsOf(parameter['x-since'])),
    ]
  })
  return table('Parameters', ['Parameter', 'In', 'Type', 'Meaning', 'Since'], rows)
}

const resolvedSchema = (schema: Parameters<typeof resolved>[0]) => {
  const own = resolved(schema)
  return own['type'] === 'array' ? resolved(own['items']) : own
}

function requestBody({ node }: DocumentedOperation, words: Words): string {
  if (node['requestBody'] === undefined) return ''
  const body = resolved(node['requestBody'])
  const types = Object.keys(objectOf(body['content']))
  const schema = objectOf(objectOf(body['content'])[types[0] ?? ''])['schema']
  const needed = body['required'] === true ? 'Required' : 'Optional'
  return `${words.markdown(wordsOf(body['description']))}<p>${needed}, as ${types.map(code).join(' or ')}.</p>${membersTable(resolved(schema), words)}`
}

function editions({ editions: present }: DocumentedOperation, { changes, way }: Sources): string {
  const chips = editionNames.map((name) => {
    const has = present.some((one) => one === name)
    return `<li class="${has ? 'has' : 'lacks'}">${text(name)}<span class="unseen">${has ? ': has it' : ': does not have it'}</span></li>`
  })
  const steps = changes.map(({ from, to, review: { findings } }) => {
    if (findings.length === 0) return ''
    const rows = findings.map(({ title, where, level, why }) => [
      text(title),
      level === 'breaking' ? `<strong>breaking</strong>: ${text(why)}` : 'compatible',
      text(where),
    ])
    return `<h3>${text(from)} → ${text(to)}</h3>\n${table(`Changes from ${from} to ${to}`, ['What has changed', 'For older clients', 'Where'], rows)}`
  })
  const told = steps.some((step) => step !== '')
    ? steps.join('\n')
    : '<p>Nothing that a client could notice has changed since the first of them.</p>'
  const history = way('packages/review/HISTORY.html')
  return `<ul class="chips" aria-label="Editions">${chips.join('')}</ul>\n${told}\n<p><a href="${history}">The history of the whole API</a></p>`
}

function evidence({ node }: DocumentedOperation, { facts, words, way }: Sources): string {
  const found = [...idsIn(node)].flatMap((id) => facts.get(id) ?? [])
  const rows = found.map((fact) => [
    words.inline(fact.sentence),
    text(fact.certainty),
    placeOf(fact.source),
    `<a href="${way(`evidence.html#${fact.id}`)}">${code(fact.id)}</a>`,
  ])
  return table('Evidence', ['What is known', 'How sure', 'Where it was found', 'Fact'], rows)
}

/** The ids of facts under a node, as far down as the next reference, parameters and answers among them. */
function idsIn(node: Parameters<typeof resolved>[0], found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const entry of node) idsIn(entry, found)
  else if (typeof node === 'object' && node !== null) {
    for (const id of listOf(node['x-evidence'])) found.add(String(id))
    const target = wordsOf(node['$ref'])
    if (/^#\/components\/(parameters|responses)\//.test(target)) idsIn(resolved(node), found)
    for (const [name, entry] of Object.entries(node)) if (!['examples', 'x-examples', 'example'].includes(name)) idsIn(entry, found)
  }
  return found
}

function checks({ id }: DocumentedOperation): string {
  const own = allChecks.filter((check) => check.id.startsWith(`${id}.`))
  return table(
    'Checks',
    ['Check', 'Level', 'What it says'],
    own.map((check) => [code(check.id), check.level, text(check.sentence)]),
  )
}

function places({ id }: DocumentedOperation, { file, decisions, way }: Sources): string {
  const known = [
    ['the contract', `openapi/operations/${id}.yaml`],
    ['its examples', `openapi/examples/${id}`],
    ['the handler', `packages/server/src/operations/${id}.ts`],
    ['its test', `packages/server/src/operations/${id}.test.ts`],
    ['the conformance cases', `packages/conformance/src/cases/${id}.ts`],
  ] as const
  const links = known.flatMap(([name, path]) => {
    const target = file(path)
    return target === undefined ? [] : [`<li><a href="${target}">${code(path)}</a>, ${name}</li>`]
  })
  const decided = decisions.map(({ path, title }) => `<li><a href="${way(path)}">${text(title)}</a>, a decision that names it</li>`)
  return `<ul>${[...links, ...decided].join('\n')}</ul>`
}
