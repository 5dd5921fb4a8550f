import { type Agent, type IncomingMessage, type RequestListener, type ServerResponse, request as send } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { OpenApiDocument } from '@jobs-api/contract'
import { addressRewriter, exampleDecoder } from './rewriting.ts'

type Headers = IncomingMessage['headers']

/** What stands between a client and Prism: addresses and bodies that Prism does not understand are made such as it does. */
export function frontOf(document: OpenApiDocument, port: number, agent: Agent): RequestListener {
  const rewrite = addressRewriter(document)
  const decode = exampleDecoder(document)
  return async (request, response) => {
    try {
      const path = rewrite(request.method ?? 'GET', request.url ?? '/')
      if (path === undefined) return sendJson(response, 404, { error: '404 Not Found' })
      const answer = await ask({ port, agent, path, ...(await readable(request)) })
      passOn(request, response, answer, decode(await buffer(answer)))
    } catch (error) {
      sendJson(response, 502, { error: `the mock got no answer from Prism: ${error instanceof Error ? error.message : error}` })
    }
  }
}

/** Method, headers and body for Prism, which never answers a body that it takes for JSON and cannot read. */
async function readable(request: IncomingMessage): Promise<{ method: string; headers: Headers; body: Buffer }> {
  const body = await buffer(request)
  const headers = without(request.headers, ['host', ...ofTheConnection])
  const bodiless = { headers: without(headers, ['content-type']), body: Buffer.alloc(0) }
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  if (body.length === 0) return { method, ...bodiless }
  if (!/json/i.test(headers['content-type'] ?? '') || isJson(body)) return { method, headers, body }
  return { method, ...bodiless, headers: { ...bodiless.headers, prefer: 'code=400, example=malformed_body' } }
}

/** Said anew on each of the two connections, and by whoever writes the body. */
const ofTheConnection = ['connection', 'content-length', 'keep-alive', 'transfer-encoding']
const without = (headers: Headers, names: readonly string[]): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString())
    return true
  } catch {
    return false
  }
}

interface Question {
  port: number
  agent: Agent
  path: string
  method: string
  headers: Headers
  body: Buffer
}

function ask({ body, headers, ...options }: Question): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
    send({ host: '127.0.0.1', ...options, headers: { ...headers, ...length } }, resolve)
      .on('error', reject)
      .end(body)
  })
}

function passOn(request: IncomingMessage, response: ServerResponse, answer: IncomingMessage, body: Buffer): void {
  const headers = without(answer.headers, ofTheConnection)
  const status = answer.statusCode ?? 502
  const length = status === 204 || status === 304 ? {} : { 'content-length': String(body.length) }
  response.writeHead(status, { ...headers, ...length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
