import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { start } from '../../server.ts'
import { readSettings } from '../../settings.ts'
import { importCommand } from './command.ts'

// What tests of imports share: servers to import from and to look at, a proxy between, and the command.

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-import-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let folders = 0
export const freshFolder = () => join(folder, String(++folders))
const quiet = () => undefined

export interface Serving {
  readonly url: string
  readonly data: string
  stop(): Promise<void>
}

/** A server with resting runners, in the demo world unless there is something in the folder already. Stops with the test. */
export async function serving(data: string, ...flags: readonly string[]): Promise<Serving> {
  const server = await started(data, flags)
  onTestFinished(server.stop)
  return server
}

/** One that all tests of a file import from, so it must stay as it is. */
export async function sourceOfFile(...flags: readonly string[]): Promise<Serving> {
  const server = await started(freshFolder(), flags)
  afterAll(server.stop)
  return server
}

async function started(data: string, flags: readonly string[]): Promise<Serving> {
  const settings = readSettings(['--port=0', `--data=${data}`, '--log-level=silent', '--runners=off', ...flags], {})
  const server = await start(settings, { say: quiet, complain: quiet })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= server.stop()
    return stopped
  }
  return { url: server.url, data, stop }
}

export interface Ran {
  readonly said: string
  readonly complained: string
  readonly code: number
  /** The token that was shown, if one was. */
  readonly token: string
}

/** Runs the command with the token of olga, who owns the demo world; an error is its text, with code 1. */
export async function runImport(
  args: readonly string[],
  { token = 'demo-olga-personal', signal = new AbortController().signal } = {},
): Promise<Ran> {
  let [said, complained, code] = ['', '', 0]
  await importCommand(args, {
    environment: { TOKEN: token },
    say: (text) => {
      said += text
    },
    complain: (text) => {
      complained += text
    },
    interrupted: () => signal,
    exitWith: (given) => {
      code = given
    },
  }).catch((error: Error) => {
    complained += error.message
    code = 1
  })
  return { said, complained, code, token: /^Token {2}(imported-\S+)/m.exec(said)?.[1] ?? '' }
}

export const importOf = (from: string, project: string, data: string) => [
  '--from',
  from,
  '--project',
  project,
  '--token-env',
  'TOKEN',
  '--data',
  data,
]
export const withAll = ['--with-logs', '--with-artifacts']

export interface Proxy {
  readonly url: string
  readonly requests: string[]
}

/** Hands on what comes, after `meddle` had its chance: what that answers itself with `true` is not handed on. */
export async function proxyTo(
  target: string,
  meddle: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Proxy> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (meddle(request, response)) return
    const onward = send(`${target}${request.url}`, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}
