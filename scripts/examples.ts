import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { document, neighboursDocument } from '@jobs-api/contract'
import { parseDocument } from 'yaml'
import { type Example, examplesOf } from './examples/example.ts'
import { bodyAsWritten, Stage } from './examples/execute.ts'

const help = `npm run examples [-- --record] [NAME ...]

Executes the examples of the contract against the reference server and shows where an answer is not what the example
says. With --record, the bodies of successful answers and the headers of all are written into openapi/examples/; the
bodies of refusals are never written by a machine. NAME picks operations or examples (retryJob, retryJob/failed_job).
Run \`npm run generate\` before and after.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) {
  console.log(help)
  process.exit(0)
}

/** Said by every answer, or different each time. */
const neverRecorded = new Set(['X-Request-Id'])

const stage = new Stage()
let different = 0
for (const example of [document, neighboursDocument].flatMap(examplesOf)) {
  const name = `${example.operationId}/${example.name}`
  if (positionals.length > 0 && !positionals.includes(name) && !positionals.includes(example.operationId)) continue
  const answer = await stage.execute(example)
  if (answer.status !== example.status) {
    different++
    console.log(`${name}: ${answer.status} ${answer.body.toString().slice(0, 200)} (the example says ${example.status})`)
    continue
  }
  const value = bodyAsWritten(example, answer)
  const same = JSON.stringify(value) === JSON.stringify(example.value)
  if (values.record) await record(example, value, documentedOf(example, answer.headers))
  else if (!same) {
    different++
    console.log(`${name}: ${answer.body.toString().slice(0, 200)}\n  (the example says ${JSON.stringify(example.value)?.slice(0, 200)})`)
  }
}
await stage.close()
console.log(different === 0 ? 'Every example answers what it says.' : `${different} examples answer something else.`)
process.exit(different === 0 || values.record ? 0 : 1)

function documentedOf({ documentedHeaders, operationId }: Example, headers: Readonly<Record<string, string>>): Record<string, string> {
  const isLive = operationId === 'getJobLog' && /-\d+-\d+-/.test(headers['etag'] ?? '')
  const entries = documentedHeaders.flatMap((name) => {
    const value = headers[name.toLowerCase()]
    return value === undefined || neverRecorded.has(name) || (isLive && name === 'ETag') ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

async function record({ operationId, name, status, mediaType }: Example, value: unknown, headers: Record<string, string>): Promise<void> {
  const paths = [`openapi/examples/${operationId}/${name}.yaml`, `openapi/examples/shared/${name}.yaml`]
  const path = paths.find((candidate) => existsSync(candidate))
  if (path === undefined) return console.log(`${operationId}/${name} has no file of its own; it is not recorded`)
  const text = await readFile(path, 'utf8')
  const file = parseDocument(text)
  file.delete('x-headers')
  if (Object.keys(headers).length > 0) file.set('x-headers', headers)
  // An address is signed by a machine.
  if ((status < 300 || status === 302) && mediaType !== undefined) {
    file.delete('value')
    file.set('value', value)
  } else if (file.has('value')) {
    const refusal = file.get('value', true)
    file.delete('value')
    file.set('value', refusal)
  }
  const written = file.toString({ lineWidth: 0, flowCollectionPadding: true })
  if (written === text) return
  await writeFile(path, written)
  console.log(`recorded ${path}`)
}
