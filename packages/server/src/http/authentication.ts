import type { Request, RequestHandler, Response } from 'express'
import type { Caller } from '../access/caller.ts'
import { tokenHash } from '../access/tokens.ts'
import { refuse } from '../operations/refusals.ts'
import type { JobStore } from '../storage/job-store.ts'
import type { Instant, Token } from '../storage/records.ts'
import { exchangeOf } from './exchange.ts'
import { matched } from './validation.ts'

type Refusal = { readonly status: number; readonly body: object }

/** Who is asking. Comes after the operation is known and before anything else is checked. Facts `authentication-*`. */
export function authentication(store: JobStore, now: () => Instant): RequestHandler {
  return async (request, response, next) => {
    const exchange = exchangeOf(request)
    const match = matched(request)
    if (match === undefined) return next() // no such address; the check that follows says so
    const { operationId, credentials } = match
    exchange.operationId = operationId
    const result = await callerOf(store, credentialOf(request), credentials.has('jobToken'), now())
    if (result !== undefined && 'status' in result) return send(response, result)
    if (result === undefined && !credentials.has('anonymous')) return send(response, refuse('no_token'))
    if (result !== undefined && !mayUse(result.token, request.method)) return send(response, insufficientScope(request.method))
    exchange.caller = result
    next()
  }
}

function send(response: Response, { status, body }: Refusal): void {
  response.status(status).json(body)
}

/** What somebody sent to say who they are, and the kinds of token that count where it stood. */
interface Credential {
  readonly text: string
  readonly kinds: readonly Token['kind'][]
}

/** The first credential found, in GitLab's order. A token in a place for another kind is as good as an unknown one. */
function credentialOf(request: Request): Credential | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1]
  const { private_token, job_token, access_token } = request.query
  const places: readonly (readonly [unknown, Credential['kinds']])[] = [
    [request.get('job-token'), ['job']],
    [job_token, ['job']],
    [request.get('private-token'), ['personal']],
    [private_token, ['personal']],
    [bearer, ['personal', 'oauth', 'job']],
    [access_token, ['personal', 'oauth']],
  ]
  for (const [text, kinds] of places) if (typeof text === 'string' && text !== '') return { text, kinds }
  return undefined
}

async function callerOf(
  store: JobStore,
  credential: Credential | undefined,
  takesJobTokens: boolean,
  now: Instant,
): Promise<Caller | Refusal | undefined> {
  if (credential === undefined) return undefined
  return store.read(async (reader) => {
    const token = await reader.token(tokenHash(credential.text))
    const user = token && (await reader.user(token.userId))
    if (token === undefined || !credential.kinds.includes(token.kind)) return refuse('unknown_token')
    if (user === undefined) return refuse('unknown_token')
    if (user.state !== 'active') return refuse('user_blocked')
    if (token.kind !== 'job') return tokenTrouble(token, now) ?? { user, token, job: undefined, jobProjectPath: undefined }
    const job = token.jobId === null ? undefined : await reader.job(token.jobId)
    // A job token lives as long as its job is under way. Fact `authentication-job-token-finished`.
    if (job === undefined || !(job.status === 'running' || job.status === 'canceling')) return refuse('unknown_token')
    if (!takesJobTokens) return undefined
    return { user, token, job, jobProjectPath: (await reader.project(job.projectId))?.path }
  })
}

function tokenTrouble(token: Token, now: Instant): Refusal | undefined {
  if (token.revoked) return refuse('revoked_token')
  return token.expiresAt !== null && token.expiresAt <= now ? refuse('expired_token') : undefined
}

/** `api` allows everything, `read_api` reading; a job token needs no scopes. */
function mayUse(token: Token, method: string): boolean {
  return token.kind === 'job' || token.scopes.includes('api') || (method === 'GET' && token.scopes.includes('read_api'))
}

function insufficientScope(method: string): Refusal {
  const error_description = 'The request requires higher privileges than provided by the access token.'
  return { status: 403, body: { error: 'insufficient_scope', error_description, scope: method === 'GET' ? 'api read_api' : 'api' } }
}
