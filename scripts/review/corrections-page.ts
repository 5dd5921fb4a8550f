import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** A place where GitLab's own description of the Jobs API and GitLab differ; `packages/review/corrections.yaml` holds them. */
export interface Correction {
  readonly id: string
  readonly theirs: string
  readonly ours: string
  /** The file below `openapi/` that says what is so. */
  readonly statement: string
  readonly evidence: readonly string[]
  readonly request: { readonly method?: string; readonly path: string; readonly headers?: Readonly<Record<string, string>> }
  readonly shows: {
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
    readonly members?: readonly string[]
    readonly text?: string
    readonly not?: string
  }
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

export async function readCorrections(): Promise<Correction[]> {
  return parse(await readFile(`${root}packages/review/corrections.yaml`, 'utf8'))
}

/** Dana's token, a developer's, unless the correction is about another. */
export const headersOf = ({ request }: Pick<Correction, 'request'>) => request.headers ?? { 'PRIVATE-TOKEN': 'demo-dana-personal' }

export function correctionsPage(corrections: readonly Correction[]): string {
  return `# Where GitLab's own description of the Jobs API is wrong

GitLab publishes an OpenAPI file made from its source (\`doc/api/openapi/openapi_v3.yaml\`, read at version 19.5). For jobs it says
${corrections.length} things that GitLab does not do. Each is set right here by a statement of the contract, the facts that it rests on and a request whose
answer shows it; the requests run against \`npm start\` in the tests. Written by \`node scripts/review/corrections.ts --write\` from
[corrections.yaml](corrections.yaml); do not edit.
${corrections.map(section).join('')}`
}

function section(correction: Correction): string {
  const { id, theirs, ours, statement, evidence, shows } = correction
  return `
## ${id}

- **GitLab's file:** ${theirs}
- **What is so:** ${ours}
- **In the contract:** [\`${statement}\`](../../openapi/${statement}); facts: ${evidence.map((fact) => `\`${fact}\``).join(', ')}

\`\`\`sh
${curlOf(correction)}
\`\`\`

Answers ${shown(shows)}.
`
}

function curlOf({ request }: Correction): string {
  const method = request.method === undefined ? '' : ` --request ${request.method}`
  const headers = Object.entries(headersOf({ request })).map(([name, value]) => ` --header "${name}: ${value}"`)
  return `curl --globoff --include${method}${headers.join('')} "http://127.0.0.1:4000/api/v4${request.path}"`
}

function shown({ status, headers, members, text, not }: Correction['shows']): string {
  const facts = [
    ...Object.entries(headers ?? {}).map(([name, value]) => `\`${name}\` with \`${value}\``),
    ...(members === undefined ? [] : [`an object with ${members.map((name) => `\`${name}\``).join(', ')}`]),
    ...(text === undefined ? [] : [`\`${text}\``]),
    ...(not === undefined ? [] : [`no \`${not}\``]),
  ]
  return [`${status}`, ...facts].join('; ')
}
