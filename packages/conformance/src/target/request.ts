import type { Json, OperationId } from '@jobs-api/contract'
import type { EditionContract, OperationContract, ParameterContract } from '../contract/edition-contract.ts'
import type { Caller } from './callers.ts'
import type { Carrier } from './exchange.ts'

/** By their names on the wire, path and query together: `{ job_id: 8, 'scope[]': ['failed'] }`. */
export type Parameters = Readonly<Record<string, Value>>
export type Value = string | number | boolean | readonly string[]

export interface How {
  /** Left out: a maintainer. Null: nobody. */
  readonly as?: Caller | null
  readonly carrier?: Carrier
  /** Sent in place of the caller's token: one that nobody has, so that it may be shown. */
  readonly madeUpToken?: string
  readonly method?: 'HEAD'
  /** Another project than the one that is looked into. */
  readonly project?: string | number
  /** Sent as JSON. */
  readonly body?: Json
  /** Sent as it is, with this media type. */
  readonly raw?: { readonly text: string; readonly type: string }
  readonly headers?: Readonly<Record<string, string>>
  /** Not a request that the contract describes, so it is not held against it. */
  readonly wrong?: true
  /** Sent to find something to examine rather than to examine it. */
  readonly lookAround?: true
}

/** Where a request goes, without credentials. */
export interface Address {
  readonly method: string
  readonly path: string
  readonly body: string | null
  readonly type: string | undefined
}

/** Writes a request of an operation, and makes sure that the kit asks only what the contract lets one ask, unless it means to. */
export function addressOf(contract: EditionContract, id: OperationId, parameters: Parameters, how: How): Address {
  const operation = contract.operation(id)
  if (operation === undefined) throw new Error(`${id} is not in the edition ${contract.edition}`)
  if (how.wrong !== true) for (const complaint of faultsOf(operation, parameters, how.body)) throw new Error(`own request: ${complaint}`)
  return {
    method: how.method ?? operation.method,
    path: pathOf(operation, parameters) + queryOf(operation, parameters),
    body: how.raw?.text ?? (how.body === undefined ? null : JSON.stringify(how.body)),
    type: how.raw?.type ?? (how.body === undefined ? undefined : 'application/json'),
  }
}

function* faultsOf({ id, parameters, body }: OperationContract, given: Parameters, sent: Json | undefined): Generator<string> {
  const inAddress = parameters.filter((parameter) => parameter.in !== 'header')
  for (const name of Object.keys(given)) if (!inAddress.some((known) => known.name === name)) yield `${id} knows no ${name}`
  for (const { name, required, fits } of inAddress) {
    const value = given[name]
    if (value === undefined ? required : !fits(value)) yield `${id}: ${name} is ${JSON.stringify(value)}`
  }
  if (sent !== undefined && (body === undefined || !body(sent))) yield `${id}: the body is ${JSON.stringify(sent)}`
}

function pathOf({ path, parameters }: OperationContract, given: Parameters): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    segment(
      parameters.find((known) => known.name === name),
      given[name] ?? '',
    ),
  )
}

/** Slashes stay as they are where several segments are allowed, as GitLab's own clients send them. */
function segment(parameter: ParameterContract | undefined, value: Value): string {
  const text = String(value)
  return parameter?.isMultiSegment === true ? text.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(text)
}

function queryOf({ path }: OperationContract, given: Parameters): string {
  const pairs = Object.entries(given)
    .filter(([name]) => !path.includes(`{${name}}`))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${name}=${encodeURIComponent(String(one))}`))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
