import { execFile } from 'node:child_process'
import { callerNames, curlLine, type Exchange, variableOf } from '@jobs-api/conformance'
import { demoSettings } from './reference.ts'

const environment = {
  ...process.env,
  ...Object.fromEntries(callerNames.map((caller) => [variableOf(caller, 'TOKEN'), demoSettings.tokens[caller]])),
}

/** Runs a line as a shell would, and reads what curl shows. */
function run(line: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const shown = line.replace(/^curl /, 'curl --silent --show-error --include ')
    execFile('bash', ['-c', shown], { env: environment, encoding: 'buffer', maxBuffer: 1e8 }, (error, stdout) =>
      error ? fail(error) : done(stdout),
    )
  })
}

/** What came back, out of what `curl --include` shows. */
function parsed(shown: Buffer): Response {
  const end = shown.indexOf('\r\n\r\n')
  const [first = '', ...lines] = shown.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(first.split(' ')[1])
  const headers = new Headers(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as [string, string]),
  )
  const body = [204, 205, 304].includes(status) ? null : shown.subarray(end + 4)
  return new Response(body === null ? null : new Uint8Array(body), { status, headers })
}

/**
 * Sends what was sent before by the lines that were printed for it, in the same order. What is only sent to look around was not
 * printed, and is sent as ever.
 */
export function replaying(exchanges: readonly Exchange[]): { send: typeof fetch; replayed: () => number } {
  const printed = exchanges.filter(({ isLookAround }) => !isLookAround).map((exchange) => ({ exchange, line: curlLine(exchange, 'TOKEN') }))
  let next = 0
  const send: typeof fetch = async (input, init) => {
    const expected = printed[next]
    if (expected === undefined || expected.exchange.method !== init?.method || !String(input).startsWith(expected.exchange.url))
      return fetch(input, init)
    next++
    return parsed(await run(expected.line))
  }
  return { send, replayed: () => next }
}
