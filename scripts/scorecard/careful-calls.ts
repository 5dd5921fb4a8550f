import type { Task } from '@jobs-api/conformance/scorecard'

// As little as a client needs to do no harm, by hand: no line of it is from the clients that are compared.

export class CarefulError extends Error {
  override name = 'CarefulError'
  readonly status: number | undefined
  readonly mayRepeat: boolean
  readonly waitInMs: number

  constructor(
    message: string,
    { status, mayRepeat = false, waitInMs = 20 }: Partial<Pick<CarefulError, 'status' | 'mayRepeat' | 'waitInMs'>>,
  ) {
    super(message)
    this.status = status
    this.mayRepeat = mayRepeat
    this.waitInMs = waitInMs
  }
}

export interface Way {
  readonly method?: 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends until `read` has made something of the answer, where sending again can do no harm. */
export async function call<Value>(task: Task, path: string, read: (answer: Response) => Promise<Value>, way: Way = {}): Promise<Value> {
  const { abort_after_ms, timeout_in_ms = 10_000, retries = 4 } = task
  const aborted = abort_after_ms === undefined ? [] : [AbortSignal.timeout(abort_after_ms)]
  for (let left = retries; ; left--) {
    // A timer of one's own: that of `AbortSignal.timeout` may be collected together with the call that waits for it.
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeout_in_ms)
    const signal = AbortSignal.any([late.signal, ...aborted])
    try {
      return await read(await ok(await follow(task, task.base_url + path, way, signal), way))
    } catch (cause) {
      const error = cause instanceof CarefulError ? cause : new CarefulError(String(cause), { mayRepeat: way.method === undefined })
      if (!error.mayRepeat || left === 0 || aborted.some((one) => one.aborted)) throw error
      await sleep(error.waitInMs, aborted[0])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Takes the credential off before the request goes to another origin, and actions nowhere else. */
async function follow({ credential: { kind, value } }: Task, first: string, way: Way, signal: AbortSignal): Promise<Response> {
  const name = { personal_token: 'private-token', job_token: 'job-token', oauth_token: 'authorization' }[kind]
  let url = new URL(first)
  for (let hops = 0; hops < 5; hops++) {
    const isHome = url.origin === new URL(first).origin
    const secret = isHome ? { [name]: kind === 'oauth_token' ? `Bearer ${value}` : value } : {}
    const answer = await fetch(url, { ...way, headers: { ...way.headers, ...secret }, redirect: 'manual', signal })
    const place = answer.headers.get('location')
    if (place === null || way.method !== undefined) return answer
    url = new URL(place, url)
  }
  throw new CarefulError('too many redirects', {})
}

async function ok(answer: Response, { method }: Way): Promise<Response> {
  const { status, headers } = answer
  if (answer.ok) return answer
  const wait = waitIn(headers)
  const mayRepeat = status === 429 || (method === undefined && [502, 503, 504].includes(status))
  throw new CarefulError(`refused with ${status}`, { status, mayRepeat, ...(wait !== undefined && { waitInMs: wait }) })
}

function waitIn(headers: Headers): number | undefined {
  const after = headers.get('retry-after')
  const reset = headers.get('ratelimit-reset')
  if (after !== null) return /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now()
  return reset === null ? undefined : Number(reset) * 1000 - Date.now()
}

function sleep(inMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, inMs)
    signal?.addEventListener('abort', () => reject(new CarefulError('broken off', {})))
  })
}

const broken = (what: string) => new CarefulError(what, { mayRepeat: true })
const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html') === true

/** The answer as a list or as an object, whichever it has to be. */
export async function readJson(answer: Response, isList: boolean): Promise<unknown> {
  const text = await answer.text()
  if (isPage(answer) || !/^[[{][\s\S]*[\]}]$/.test(text)) throw broken('no JSON')
  const value: unknown = JSON.parse(text)
  if (Array.isArray(value) !== isList) throw broken('another shape')
  return value
}

export function noPage(answer: Response): Response {
  if (isPage(answer) && answer.headers.get('content-disposition') === null) throw broken('a page')
  return answer
}
