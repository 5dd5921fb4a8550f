import { parseArgs } from 'node:util'
import { bundle } from './generate/bundle.ts'
import { clientAnswers } from './generate/client-answers.ts'
import { clientCalls, clientMethods } from './generate/client-methods.ts'
import { clientReasons } from './generate/client-reasons.ts'
import { completenessReport } from './generate/completeness.ts'
import { anchors, coveragePage } from './generate/coverage-page.ts'
import type { Document } from './generate/document.ts'
import { editionDocuments } from './generate/editions.ts'
import { factTable } from './generate/facts.ts'
import { handlerInterface } from './generate/handlers.ts'
import { editions, inRelease } from './generate/history.ts'
import { inferredReport } from './generate/inferred.ts'
import { operationTable } from './generate/operation-table.ts'
import { keep } from './generate/output.ts'
import { buildReference } from './generate/reference.ts'
import { schemaFacts } from './generate/schema-facts.ts'
import { typesOf } from './generate/types.ts'

const help = `npm run generate [-- --check]

Derives everything under packages/*/src/generated from openapi/: the bundle, the edition documents, the types, the
operation table, the handler interface, the methods of the client, the facts of the kit and the reports; and from the bundle the reference
page, which is not committed. With --check nothing is written; the exit code is 1 if anything committed differs from what would be written.`

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}

const source = await bundle('openapi/openapi.yaml')
const current = inRelease(source, editions.current)
const sandbox = inRelease(await bundle('openapi/sandbox.yaml'), editions.current)
const neighbours = inRelease(await bundle('openapi/neighbours.yaml'), editions.current)
const older = await editionDocuments(source)
const files = {
  'openapi.json': `${JSON.stringify(current, null, 2)}\n`,
  'api.ts': await typesOf(current),
  'operations.ts': operationTable(current),
  'neighbours.json': `${JSON.stringify(neighbours, null, 2)}\n`,
  'neighbours-api.ts': await typesOf(neighbours),
  'neighbours.ts': operationTable(neighbours, 'neighbours'),
  'sandbox.json': `${JSON.stringify(sandbox, null, 2)}\n`,
  'sandbox-api.ts': await typesOf(sandbox),
  'sandbox.ts': operationTable(sandbox, 'sandboxControls'),
  'handlers.ts': handlerInterface(current),
  ...older,
  'reports/completeness.md': completenessReport(current),
  'reports/inferred.md': inferredReport(current),
}
const ofClient = {
  'calls.ts': clientCalls(current),
  'methods.ts': clientMethods(current),
  'reasons.ts': clientReasons(current),
  'answers.ts': clientAnswers(current),
}
const kept = await keep('packages/contract/src/generated', files, values.check)
const documents: Document[] = [current, ...Object.values(older).map((text) => JSON.parse(text))]
const ofKit = { 'facts.ts': factTable('openapi/evidence'), 'schema-facts.ts': schemaFacts(documents) }
const others = [
  await keep('packages/review', { 'COVERAGE.md': coveragePage(current, await anchors()) }, values.check),
  await keep('packages/client/src/generated', ofClient, values.check),
  await keep('packages/conformance/src/generated', ofKit, values.check),
]
const fresh = kept && others.every((each) => each)
if (!values.check && (await buildReference())) console.log('wrote packages/contract/dist/reference.html')
process.exitCode = fresh ? 0 : 1
