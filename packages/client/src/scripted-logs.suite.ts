/** What happens to one request for a log. */
export interface Step {
  /** How many bytes the runner has written since the last one. */
  readonly grows: number
  readonly fault: 'none' | 'missing' | 'limited' | 'down' | 'lost' | 'cut'
  /** How long each chunk of the answer is, and where a cut is, from 0 (nothing came) to 1 (all came). */
  readonly chunk: number
  readonly cutAt: number
}

export interface Script {
  readonly log: Uint8Array<ArrayBuffer>
  readonly sendsParts: boolean
  /** Whether answers bear an ETag, and are 304 to those who have it. */
  readonly tags?: boolean
  readonly steps: readonly Step[]
}

/** A `fetch` which answers for one job whose log grows step by step; when the steps are over, the log is complete and the job too. */
export function scripted({ log, sendsParts, tags = false, steps }: Script) {
  let [asked, grown, faults] = [0, 0, 0]
  const largest = { answer: 0 }
  const count = { unchanged: 0 }
  const answerLog = (query: URLSearchParams, known: string | null): Response => {
    const { grows, fault, chunk, cutAt } = steps[asked++] ?? { grows: log.length, fault: 'none', chunk: 65_536, cutAt: 1 }
    grown = Math.min(log.length, grown + grows)
    faults = fault === 'none' || faults === 4 ? 0 : faults + 1 // no more in a row than a patient client endures
    if (faults > 0 && fault === 'missing' && grown === 0) return Response.json({ message: '404 Not found' }, { status: 404 })
    if (faults > 0 && fault === 'limited') return new Response('Retry later', { status: 429, headers: { 'Retry-After': '0' } })
    if (faults > 0 && fault === 'down') return new Response('', { status: 503, headers: { 'Retry-After': '0' } })
    if (faults > 0 && fault === 'lost') throw new TypeError('fetch failed')
    const tag = `W/"${grown}"`
    if (tags && known === tag) {
      count.unchanged++
      return new Response(null, { status: 304, headers: { ETag: tag } })
    }
    const body = sendsParts ? part(log.subarray(0, grown), query) : log.slice(0, grown)
    largest.answer = Math.max(largest.answer, body.length)
    return new Response(streamOf(body, chunk, faults > 0 && fault === 'cut' ? Math.floor(cutAt * body.length) : undefined), {
      headers: { 'Content-Type': 'text/plain', ...(tags && { ETag: tag }) },
    })
  }
  const send = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname.endsWith('/trace')) return answerLog(searchParams, request.headers.get('if-none-match'))
    return Response.json({ id: 8, status: asked >= steps.length && grown === log.length ? 'success' : 'running' })
  }
  return { send, largest, count }
}

function part(log: Uint8Array<ArrayBuffer>, query: URLSearchParams): Uint8Array<ArrayBuffer> {
  const from = Number(query.get('byte_offset') ?? 0)
  const limit = query.get('byte_limit')
  return log.slice(from, limit === null ? undefined : from + Number(limit))
}

export function streamOf(body: Uint8Array<ArrayBuffer>, chunk = 7, cutAt?: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      const end = Math.min(at + chunk, cutAt ?? body.length)
      if (end > at) controller.enqueue(body.slice(at, end))
      else if (cutAt === undefined) controller.close()
      else controller.error(new TypeError('terminated'))
      at = end
    },
  })
}
