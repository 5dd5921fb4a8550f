import type { Answer } from './answer.ts'
import { expectStatus, type NumberedRow, numberedRowsOf } from './answer.ts'
import { Untestable } from './verdicts.ts'

export interface TargetOptions {
  /** Up to and including `/api/v4`. */
  baseUrl: string
  token: string
  /** The project to look into: its number or its full path. */
  project: string
}

export interface RequestOptions {
  method?: 'GET' | 'HEAD' | 'POST' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Leaves the token at home. */
  anonymous?: true
}

/** The implementation under examination. Requests are raw, so that no library can smooth over what it does. */
export interface Target {
  /** The address of the project to look into. */
  readonly project: string
  request(path: string, options?: RequestOptions): Promise<Answer>
  /** The newest job of the project that fits. `what` is for the reader when there is none: "a running job". */
  findJob(what: string, query: string, fits?: (job: NumberedRow) => boolean): Promise<NumberedRow>
}

const patience = 15_000
const noSuchNumber = 999_999_999

/** Numbers that nothing has. */
export const missing = { job: noSuchNumber, pipeline: noSuchNumber, project: noSuchNumber } as const

export function createTarget({ baseUrl, token, project }: TargetOptions): Target {
  const root = baseUrl.replace(/\/+$/, '')
  const address = `/projects/${encodeURIComponent(project)}`

  async function request(path: string, { method = 'GET', body, anonymous }: RequestOptions = {}): Promise<Answer> {
    const headers = new Headers(anonymous ? {} : { 'PRIVATE-TOKEN': token })
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const text = body === undefined ? null : JSON.stringify(body)
    // By hand, because a redirect followed by fetch would carry the token to wherever it leads.
    const init: RequestInit = { method, headers, body: text, redirect: 'manual', signal: AbortSignal.timeout(patience) }
    const response = await fetch(root + path, init)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const curl = curlLine(method, root + path, text, anonymous === true)
    return { status: response.status, headers: response.headers, bytes, text: new TextDecoder().decode(bytes), curl }
  }

  async function findJob(what: string, query: string, fits: (job: NumberedRow) => boolean = () => true): Promise<NumberedRow> {
    const answer = await request(`${address}/jobs?per_page=100&${query}`)
    expectStatus(answer, 200)
    const found = numberedRowsOf(answer).find(fits)
    if (found === undefined) throw new Untestable(`needs ${what} among the newest hundred jobs of ${project}`)
    return found
  }

  return { project: address, request, findJob }
}

function curlLine(method: string, url: string, body: string | null, anonymous: boolean): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const verb = method === 'GET' ? '' : method === 'HEAD' ? ' --head' : ` --request ${method}`
  const token = anonymous ? '' : ' --header "PRIVATE-TOKEN: $TOKEN"'
  const data = body === null ? '' : ` --json ${quote(body)}`
  return `curl --globoff${verb}${token}${data} ${quote(url)}`
}
