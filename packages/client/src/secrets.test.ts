import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createJobsClient, debugLines } from './index.ts'
import { listen } from './listen.suite.ts'
import type { Credentials } from './types.ts'

// Errors, clients and debug lines end up in logs and bug reports. None of them may hold a credential.

const secret = 'glpat-must-not-be-told'
const credentials: Credentials[] = [{ token: secret }, { jobToken: secret }, { oauth: async () => secret }]

/** Everything that a log could take from a value. */
function told(value: unknown): string {
  const cause = value instanceof Error ? `${value.message}${value.stack}${told(value.cause)}` : ''
  return `${cause}${JSON.stringify(value)}${inspect(value, { depth: 10, showHidden: true })}`
}

/** A proxy that answers with what it was sent, behind so many other letters. */
const echo = (status: number, type: string, before = 0) =>
  listen(({ headers }, response) => {
    response.writeHead(status, { 'Content-Type': type })
    const text = 'x'.repeat(before) + (headers['private-token'] ?? headers['job-token'] ?? headers.authorization)
    if (type.endsWith('json')) return void response.end(JSON.stringify({ message: text }))
    response.write(text.slice(0, 64 * 1024))
    setTimeout(() => response.end(text.slice(64 * 1024)), 50) // so that it comes in two pieces
  })

const failures = {
  'a refusal that quotes it': () => echo(403, 'application/json'),
  'a page of a proxy that shows it': () => echo(502, 'text/html'),
  'such a page in place of an answer': () => echo(200, 'text/html'),
  'such a page where an error keeps no more of it': () => echo(502, 'text/html', 64 * 1024 - 20),

  'a refusal': () => listen((_, response) => response.writeHead(403).end('{"message":"403 Forbidden"}')),
  'a redirect to nowhere': () => listen((_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()),
  'a broken connection': () => listen((request) => request.socket.destroy()),
  'a page': () => listen((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>')),
  'no way there': () => Promise.resolve('http://127.0.0.1:1'),
  'no answer': () => listen(() => undefined),
}

describe.each(credentials)('%o', (credential) => {
  test.each(Object.entries(failures))('is not told by %s', async (_, start) => {
    const lines: string[] = []
    const options = { maxRetries: 1, attemptTimeoutInMs: 500, onEvent: debugLines((line) => lines.push(line)) }
    const jobs = createJobsClient({ baseUrl: `${await start()}/api/v4`, ...credential, ...options })
    const error: unknown = await jobs.getJob(1, 8).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'JobsApiError' })
    expect(lines.join()).toContain('[hidden]')
    expect(`${lines.join()}${told(error)}${told(jobs)}`).not.toContain(secret.slice(0, 10))
  })
})

// The platform's own complaint about such a header would quote it.
test.each(['\n', '\0', '…'])('is not told by the complaint that it holds %j', async (character) => {
  const jobs = createJobsClient({ baseUrl: 'http://127.0.0.1:1', token: `${secret}${character}${secret}` })
  const error: unknown = await jobs.getJob(1, 8).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(TypeError)
  expect(told(error)).not.toContain(secret)
})
