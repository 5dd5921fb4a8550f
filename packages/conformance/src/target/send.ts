import type { OperationId } from '@jobs-api/contract'
import { misfits } from '../contract/misfits.ts'
import { isRow } from '../expectations.ts'
import { Mismatch, Unsupported, Untestable } from '../outcomes.ts'
import { type Caller, callers, isJob, variableOf } from './callers.ts'
import { headerOf, parameterOf } from './curl.ts'
import type { Carrier, Exchange } from './exchange.ts'
import { type Address, addressOf, type How, type Parameters } from './request.ts'
import type { Session } from './session.ts'

/** How long one answer may take, in milliseconds. */
const limit = 15_000

/** Longer than this nobody waits for a throttle, in seconds. */
const longestPause = 30

/** Sends one request of an operation and hands back what came, whatever it is. Redirects to where files are stored are followed. */
export async function send(session: Session, id: OperationId, given: Parameters, how: How): Promise<Exchange> {
  const { settings, contract } = session
  const parameters = contract.operation(id)?.path.includes('{id}') === true ? { id: how.project ?? settings.project, ...given } : given
  const address = addressOf(contract, id, parameters, how)
  const exchange = await politely(session, id, address, how)
  session.heard(exchange)
  if (id === 'retryJob' && exchange.status === 201) noteAttempt(session.made, given['job_id'], exchange.text)
  const location = exchange.headers.get('Location')
  if (!id.startsWith('download') || ![302, 307].includes(exchange.status) || location === null) return exchange
  const stored = { ...address, path: new URL(location, exchange.url).href }
  const file = { ...(await once(session, id, stored, { ...how, as: null })), wasRedirected: true, misfits: [] }
  session.heard(file)
  // Whoever asked knows the address that was asked.
  return { ...file, url: exchange.url }
}

/** A new attempt of a job that the kit has made is the kit's as well, and the one that can be tried next. */
function noteAttempt(made: number[], of: unknown, text: string): void {
  const id = idIn(text)
  if (id !== undefined && made.includes(Number(of))) made.push(id)
}

function idIn(text: string): number | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRow(value) && typeof value['id'] === 'number' ? value['id'] : undefined
  } catch {
    return undefined
  }
}

/** Waits as long as a throttle asks for, a few times. */
async function politely(session: Session, id: OperationId, address: Address, how: How): Promise<Exchange> {
  for (let attempt = 1; ; attempt++) {
    const exchange = await once(session, id, address, how)
    const seconds = Number(exchange.headers.get('Retry-After') ?? 1)
    if (exchange.status !== 429) return exchange
    if (attempt === 4 || seconds > longestPause) throw new Untestable(`the server lets nobody ask that often (429); try again later`)
    await new Promise((done) => setTimeout(done, seconds * 1000))
  }
}

async function once({ settings, contract }: Session, id: OperationId, address: Address, how: How): Promise<Exchange> {
  const credential = credentialOf(settings, how)
  const url = /^https?:/.test(address.path) ? address.path : settings.baseUrl.replace(/\/+$/, '') + address.path
  const requestHeaders = { ...(address.type === undefined ? {} : { 'Content-Type': address.type }), ...how.headers }
  const inQuery = credential !== undefined && credential.carrier === 'query'
  const full = inQuery ? url + parameterOf(url, credential.caller) + encodeURIComponent(credential.token) : url
  const headers = new Headers(requestHeaders)
  if (credential !== undefined && !inQuery) {
    const [name = '', scheme = ''] = headerOf(credential.caller, credential.carrier).split(': ')
    headers.set(name, scheme + credential.token)
  }
  // By hand, because a redirect followed by fetch would carry the token to wherever it leads.
  const init: RequestInit = { method: address.method, headers, body: address.body, redirect: 'manual', signal: AbortSignal.timeout(limit) }
  const line = `${address.method} ${url}`
  const response = await settings.send(full, init).catch((error: unknown) => fail(line, error))
  const bytes = new Uint8Array(await response.arrayBuffer().catch((error: unknown) => fail(line, error)))
  const text = new TextDecoder().decode(bytes)
  const answer = { method: address.method, status: response.status, headers: response.headers, text }
  const operation = contract.operation(id)
  return {
    ...{ operation: id, url, requestHeaders, ...answer, bytes, body: address.body },
    caller: credential?.caller ?? null,
    carrier: credential?.carrier ?? 'header',
    madeUpToken: how.madeUpToken,
    wasRedirected: false,
    misfits: operation === undefined || isElsewhere(response) ? [] : misfits(operation, answer),
    isLookAround: how.lookAround === true,
  }
}

/** Files may lie in a store of their own, which answers as it likes. */
const isElsewhere = ({ status }: Response) => status === 302 || status === 307

function fail(line: string, error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  throw new Mismatch(`${line}: no answer: ${cause instanceof Error ? cause.message : cause}`)
}

interface Credential {
  readonly caller: Caller
  readonly carrier: Carrier
  readonly token: string
}

function credentialOf(settings: Session['settings'], { as = 'maintainer', carrier, madeUpToken }: How): Credential | undefined {
  if (as === null) return undefined
  const own = madeUpToken ?? settings.tokens[as]
  if (isJob(as) && settings.unsupported.includes('job-tokens')) throw new Unsupported('job-tokens')
  if (own === undefined) throw new Untestable(`needs the token of ${callers[as].sentence} in ${variableOf(as, settings.variable)}`)
  return { caller: as, carrier: carrier ?? (as === 'oauth' ? 'bearer' : 'header'), token: own }
}
