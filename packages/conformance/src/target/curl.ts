import { isJob, variableOf } from './callers.ts'
import type { Exchange } from './exchange.ts'

export type Line = Pick<Exchange, 'method' | 'url' | 'requestHeaders' | 'caller' | 'carrier' | 'madeUpToken' | 'body'>

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A request as a line for a shell. Tokens are named, never shown: `base` is the variable that holds the maintainer's. */
export function curlLine({ method, url, requestHeaders, caller, carrier, madeUpToken, body }: Line, base: string): string {
  const verb = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['--request', method]
  const headers = Object.entries(requestHeaders).flatMap(([name, value]) => ['--header', quote(`${name}: ${value}`)])
  const data = body === null ? [] : ['--data-binary', quote(body)]
  const token = caller === null ? undefined : (madeUpToken ?? `$${variableOf(caller, base)}`)
  const credential = token === undefined || carrier === 'query' ? [] : ['--header', `"${headerOf(caller, carrier)}${token}"`]
  const address = token !== undefined && carrier === 'query' ? `${quote(`${url}${parameterOf(url, caller)}`)}"${token}"` : quote(url)
  return ['curl', '--globoff', ...verb, ...credential, ...headers, ...data, address].join(' ')
}

/** The name of the header up to where the token begins. */
export function headerOf(caller: Line['caller'], carrier: Line['carrier']): string {
  if (carrier === 'bearer') return 'Authorization: Bearer '
  return caller !== null && isJob(caller) ? 'JOB-TOKEN: ' : 'PRIVATE-TOKEN: '
}

/** What is to be added to an address before a token. */
export function parameterOf(url: string, caller: Line['caller']): string {
  const name = caller === 'oauth' ? 'access_token' : caller !== null && isJob(caller) ? 'job_token' : 'private_token'
  return `${url.includes('?') ? '&' : '?'}${name}=`
}
