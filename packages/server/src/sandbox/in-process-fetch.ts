import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, request as send } from 'node:http'
import { duplexPair, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** As the global `fetch`, but a relative address will do. */
export type InProcessFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

const mostRedirects = 20
const bodiless = [204, 205, 304]

/**
 * Asks a server that listens nowhere. What is said is HTTP all the same, from one end of a pair of streams to the other, so headers,
 * lengths, broken-off answers and slow ones are what they would be on the wire.
 */
export function inProcessFetch(listener: RequestListener, origin: string): InProcessFetch {
  const server = createServer(listener)
  const ask = async (request: Request): Promise<IncomingMessage> => {
    const { method, headers, signal } = request
    const { pathname, search, host, protocol } = new URL(request.url)
    const [here, there] = duplexPair()
    // As of a socket with TLS: it is how the server tells what the client calls it.
    server.emit('connection', Object.assign(there, { encrypted: protocol === 'https:' }))
    const options = { method, path: pathname + search, headers: { host, ...Object.fromEntries(headers) }, signal }
    const outgoing = send({ ...options, createConnection: () => here })
    const answered = once(outgoing, 'response')
    const [[answer]] = await Promise.all([answered, sendBody(request, outgoing)])
    return answer
  }
  return async (input, init) => {
    let request = new Request(typeof input === 'string' ? new URL(input, origin) : input, init)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      request.signal.throwIfAborted()
      const answer = await ask(request).catch((error: unknown) => {
        request.signal.throwIfAborted()
        throw new TypeError('fetch failed', { cause: error })
      })
      const next = nextOf(request, answer)
      if (next === undefined) return responseOf(answer, request, redirects > 0)
      answer.resume()
      request = next
    }
    throw new TypeError('fetch failed', { cause: new Error('too many redirects') })
  }
}

async function sendBody({ body }: Request, outgoing: NodeJS.WritableStream): Promise<void> {
  if (body === null) return void outgoing.end()
  // An answer may come before all of the body has gone out; then nobody reads the rest.
  await pipeline(Readable.fromWeb(body), outgoing).catch(() => undefined)
}

/** Where to ask again, if that is what the answer says and the request allows. */
function nextOf(request: Request, { statusCode = 0, headers }: IncomingMessage): Request | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined || request.redirect === 'manual') return undefined
  if (request.redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') })
  return new Request(new URL(headers.location, request.url), request)
}

/** Says of a body that ends too early what the global `fetch` says. */
async function* bytesOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) yield new Uint8Array(chunk)
  } catch (cause) {
    throw new TypeError('terminated', { cause })
  }
}

function responseOf(answer: IncomingMessage, { method, url }: Request, redirected: boolean): Response {
  const { statusCode: status = 0, statusMessage: statusText = '', headersDistinct } = answer
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) for (const value of values) headers.append(name, value)
  const isEmpty = method === 'HEAD' || bodiless.includes(status)
  if (isEmpty) answer.resume()
  const response = new Response(isEmpty ? null : ReadableStream.from(bytesOf(answer)), { status, statusText, headers })
  // Configurable, since those who hand the answer on say what was asked of them: so do older versions of MSW.
  return Object.defineProperties(response, {
    url: { value: url, configurable: true },
    redirected: { value: redirected, configurable: true },
  })
}
