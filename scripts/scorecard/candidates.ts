import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Candidate } from '@jobs-api/conformance/scorecard'
import { root, run } from '../pack/pack.ts'

/** A client that is compared: where its program stands, which version is tried, and how its program uses it. */
export interface Compared extends Candidate {
  readonly program: string
  readonly version: string
  readonly use: string
}

interface Description {
  readonly name: string
  readonly program: string
  /** The package that it comes with. */
  readonly from: string
  readonly use: string
  readonly env?: Readonly<Record<string, string>>
  readonly prepare?: () => Promise<unknown>
}

/** The clients that are compared; Redocly's is generated into the folder. */
export async function compared(folder: string): Promise<Compared[]> {
  const all: Description[] = [
    { name: '@jobs-api/client', program: 'ours.ts', from: 'packages/client', use: 'as its README has it' },
    {
      name: '@gitbeaker/rest',
      program: 'gitbeaker.ts',
      from: 'node_modules/@gitbeaker/rest',
      use: 'lists by cursor (`pagination: keyset`), the better of the two ways that its README offers; `queryTimeout` as the time limit; `asStream` for downloads and logs and a list of statuses for `scope`, which work although the types of these calls do not have them',
    },
    {
      name: 'openapi-fetch',
      program: 'openapi-fetch.ts',
      from: 'node_modules/openapi-fetch',
      use: "with the contract's types and nothing around it: no middleware; `parseAs` for logs and downloads; a signal as the time limit and for aborts; tokens in the headers that GitLab has for them; errors, which it returns, appear as `Returned`",
    },
    {
      name: 'redocly generate-client',
      program: 'redocly-client.ts',
      from: 'node_modules/@redocly/cli',
      use: 'generated of the bundled contract, with its `link` pagination configured, `retry: { retries: 5 }`, `timeout`, `parseAs: stream` for downloads, and credentials by the schemes of the contract',
      env: { GENERATED_CLIENT: join(folder, 'client.ts') },
      prepare: () => generateClient(folder),
    },
  ]
  return Promise.all(
    all.map(async ({ name, program, from, use, env, prepare }) => {
      const file = join('scripts/scorecard', program)
      const { version }: { version: string } = JSON.parse(await readFile(join(root, from, 'package.json'), 'utf8'))
      const command = { file: process.execPath, args: [join(root, file)], ...(env !== undefined && { env }) }
      return { name, program: file, version, use, command, ...(prepare !== undefined && { prepare }) }
    }),
  )
}

/** Pages are not in the contract's vocabulary, so Redocly is told of them as its documentation says. */
const pagination = `client:
  pagination:
    operations:
      listProjectJobs: { style: link, limitParam: per_page, items: '' }
`

const bundle = join(root, 'packages/contract/src/generated/openapi.json')

/** Makes Redocly's client of the bundled contract in a folder, and says where it is. */
export async function generateClient(folder: string): Promise<string> {
  const [config, client] = [join(folder, 'redocly.yaml'), join(folder, 'client.ts')]
  await writeFile(config, pagination)
  await run('redocly', ['generate-client', bundle, '--output', client, '--config', config])
  return client
}
