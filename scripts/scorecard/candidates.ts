import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Candidate } from '@jobs-api/conformance/scorecard'
import { run } from '../pack/pack.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const bundle = here('../../packages/contract/src/generated/openapi.json')

/** The clients that are compared. `generated` is where `generateClient` has put its own. */
export function candidates(generated: string): Candidate[] {
  const node = (name: string, file: string, env = {}): Candidate => ({ name, command: { file: process.execPath, args: [here(file)], env } })
  return [
    node('@jobs-api/client', 'ours.ts'),
    node('@gitbeaker/rest', 'gitbeaker.ts'),
    node('openapi-fetch', 'openapi-fetch.ts'),
    node('redocly generate-client', 'redocly-client.ts', { GENERATED_CLIENT: generated }),
  ]
}

/** Pages are not in the contract's vocabulary, so Redocly is told of them as its documentation says. */
const pagination = `client:
  pagination:
    operations:
      listProjectJobs: { style: link, limitParam: per_page, items: '' }
`

/** Makes Redocly's client of the bundled contract in a folder, and says where it is. */
export async function generateClient(folder: string): Promise<string> {
  const [config, client] = [join(folder, 'redocly.yaml'), join(folder, 'client.ts')]
  await writeFile(config, pagination)
  await run('redocly', ['generate-client', bundle, '--output', client, '--config', config])
  return client
}
