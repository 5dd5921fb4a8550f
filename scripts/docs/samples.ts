import { type Example, type Json, type OperationId, operations, type WireRequest, wireRequest } from '@jobs-api/contract'

/** One request in the three ways in which readers write it. Each runs as it stands against the demo world. */
export interface Sample {
  readonly curl: string
  readonly fetch: string
  readonly client: string
}

const origin = 'http://127.0.0.1:4000'
const baseUrl = `${origin}/api/v4`

export function sampleOf(example: Example<OperationId>): Sample {
  return { curl: curlOf(example), fetch: fetchOf(example), client: clientOf(example) }
}

/** Whether the request of an example can be written as a line that asks nothing else of the server. */
export const isPlain = ({ request }: Example): boolean =>
  request.before === undefined && request.settings === undefined && request.body_bytes === undefined

/** A line for a shell. What is binary goes into a file, since a terminal cannot show it. */
export function curlOf({ operationId, request, isBase64 }: Example<OperationId>): string {
  const { method, path, headers, body } = wireRequest(operations[operationId], request)
  const flags = [
    ...(method === 'GET' ? [] : [`--request ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
    ...(isBase64 ? [`--output ${fileName(path)}`] : []),
  ]
  const parts = ['curl', ...flags, quoted(`${origin}${path}`)]
  return parts.join(parts.join(' ').length > longestLine ? ' \\\n  ' : ' ')
}

const longestLine = 90

const quoted = (words: string) => `'${words.replaceAll("'", "'\\''")}'`

function fileName(path: string): string {
  const last = path.replace(/\?.*/, '').split('/').at(-1) ?? ''
  return last.includes('.') ? last : 'artifacts.zip'
}

function fetchOf(example: Example<OperationId>): string {
  const wire = wireRequest(operations[example.operationId], example.request)
  const options = fetchOptions(wire)
  return `const response = await fetch('${origin}${wire.path}'${options === '' ? '' : `, ${options}`})
if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`)
${read(example)}
`
}

function fetchOptions({ method, headers, body }: WireRequest): string {
  const members = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(Object.keys(headers).length === 0 ? [] : [`  headers: ${literal(headers)},`]),
    ...(body === undefined
      ? []
      : [
          `  body: ${headers['Content-Type'] === 'application/json' ? `JSON.stringify(${literal(JSON.parse(body))})` : quotedScript(body)},`,
        ]),
  ]
  return members.length === 0 ? '' : `{\n${members.join('\n')}\n}`
}

const countBytes = 'console.log(bytes.length)'

function read({ mediaType, isBase64 }: Example): string {
  if (mediaType === undefined) return 'console.log(response.status)'
  if (isBase64) return `const bytes = await response.bytes()\n${countBytes}`
  return `console.log(await response.${mediaType === 'application/json' ? 'json' : 'text'}())`
}

function clientOf(example: Example<OperationId>): string {
  return `import { createJobsClient } from '@jobs-api/client'

const jobs = createJobsClient({ baseUrl: '${baseUrl}'${credential(example)} })
${use(example, `jobs.${example.operationId}(${argumentsOf(example)})`)}
`
}

function credential({ request: { token = 'demo-dana-personal' } }: Example): string {
  if (token === null) return ''
  return `, ${token.endsWith('-job') ? 'jobToken' : 'token'}: '${token}'`
}

function use({ value, mediaType, isBase64, operationId }: Example, call: string): string {
  if (mediaType === undefined) return `await ${call}`
  if (isBase64) return `const bytes = await new Response(await ${call}).bytes()\n${countBytes}`
  if (!Array.isArray(value)) return `console.log(await ${call})`
  const [one, what] = operationId === 'listJobArtifactTree' ? ['entry', 'entry.path'] : ['job', 'job.id, job.name, job.status']
  return `for await (const ${one} of ${call}) {\n  console.log(${what})\n}`
}

/** First what the address needs, in its order, then one object for everything else. */
function argumentsOf({ operationId, request: { parameters = {}, body, headers } }: Example<OperationId>): string {
  const { path } = operations[operationId]
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const rest = Object.entries(parameters).filter(([name]) => !inPath.includes(name))
  const options = {
    ...Object.fromEntries(rest.map(([name, value]) => [name.replace('[]', ''), value])),
    ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}),
    ...(headers === undefined ? {} : { headers }),
  }
  const positional = inPath.map((name) => literal(parameters[name] ?? null))
  return [...positional, ...(Object.keys(options).length === 0 ? [] : [literal(options)])].join(', ')
}

const quotedScript = (words: string) => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`

/** A value as somebody would type it in TypeScript. */
function literal(value: Json | Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return quotedScript(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const members = Object.entries(value).map(
    ([name, each]) => `${/^[a-z_$][\w$]*$/i.test(name) ? name : quotedScript(name)}: ${literal(each)}`,
  )
  return `{ ${members.join(', ')} }`
}
