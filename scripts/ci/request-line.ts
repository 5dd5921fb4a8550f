import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Edition, OperationId } from '@jobs-api/contract'
import { parse } from 'yaml'
import { root, run } from '../pack/pack.ts'

/** A request as an old document prints it: what follows the word `curl`. */
export interface RequestLine {
  readonly operation: OperationId
  readonly heading: string
  readonly curl: readonly string[]
  readonly states: { readonly status?: number; readonly media_type?: string }
}

export interface CurlAnswer {
  readonly status: number
  readonly mediaType: string
  readonly body: Buffer
}

export async function requestLines(edition: Edition): Promise<readonly RequestLine[]> {
  const path = join(root, 'openapi/editions/fixtures', edition, 'requests.yaml')
  const lines: (Omit<RequestLine, 'states'> & Partial<RequestLine>)[] = parse(await readFile(path, 'utf8'))
  return lines.map((line) => ({ ...line, states: line.states ?? {} }))
}

/** What stands for something else in the documents, and what it is in the demo world. Only a Maintainer may do everything that they show. */
const placeholders = { '<your_access_token>': 'demo-mia-personal', $CI_JOB_TOKEN: 'demo-webshop-job', $CI_PROJECT_ID: '1' }

/** Runs `curl` with the arguments as printed, placeholders filled in, in an empty folder of its own, so that `--output` may write. */
export async function runCurl({ curl }: Pick<RequestLine, 'curl'>, server: string): Promise<CurlAnswer> {
  const replacements = Object.entries({ ...placeholders, 'https://gitlab.example.com': server })
  const fill = (argument: string) => replacements.reduce((text, [printed, real]) => text.replaceAll(printed, real), argument)
  const named = curl.indexOf('--output')
  const output = named === -1 ? 'answer' : (curl[named + 1] ?? '')
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-curl-'))
  try {
    const ours = [
      '--silent',
      '--show-error',
      '--write-out',
      '%{response_code} %{content_type}',
      ...(named === -1 ? ['--output', output] : []),
    ]
    const { stdout } = await run('curl', [...ours, ...curl.map(fill)], { cwd: folder })
    const [status = '', mediaType = ''] = stdout.split(' ', 2)
    // Without a body, curl makes no file.
    const body = await readFile(join(folder, output)).catch(() => Buffer.alloc(0))
    return { status: Number(status), mediaType, body }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same line, aimed at another job or pipeline. */
export const aimedAt = (line: RequestLine, from: string, to: string): RequestLine => ({
  ...line,
  curl: line.curl.map((argument) => argument.replace(from, to)),
})
