import { request as httpRequest } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { wireRequest } from '@jobs-api/contract'
import { type AskedId, asked, type ExampleRequest } from './example.ts'

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Every example speaks to this address, wherever the server really listens. */
export const origin = 'http://127.0.0.1:4000'

/** Sends the request of an example to a server. */
export function sendRequest(port: number, operationId: AskedId, request: ExampleRequest): Promise<RawAnswer> {
  const { method, path, headers, body } = wireRequest(asked[operationId], request)
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const length = bytes === undefined ? {} : { 'Content-Length': String(bytes.length) }
  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { Host: new URL(origin).host, ...headers, ...length } },
      (answer) =>
        buffer(answer).then((bytes) => {
          const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
          done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), body: bytes })
        }, fail),
    )
    outgoing.on('error', fail).end(bytes)
  })
}
