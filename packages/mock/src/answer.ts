import type { Body } from './body.ts'
import type { Answer, Operation } from './catalogue.ts'
import { factsOf } from './facts.ts'
import type { Knowledge } from './knowledge.ts'
import { misfitOf } from './misfit.ts'
import { type Query, spelled, spellInteger, withBooleans } from './query.ts'
import type { Question } from './question.ts'
import { documented, isUnchanged, type Reply, refusal } from './reply.ts'
import { find, insists, type Wanted, wantedBy } from './wanted.ts'

export interface Asked {
  readonly question: Question
  /** Called at most once, and only for operations that take a body. */
  readonly body: (types: readonly string[]) => Promise<Body>
  /** Where the client believes the mock to be; links lead there. */
  readonly address: string
}

/** Answers one request, in GitLab's order: the address, who asks, what is sent, and then the situation. */
export async function answer(knowledge: Knowledge, { question, body, address }: Asked): Promise<Reply> {
  if (!isDecodable(question.path)) return refusal(400, 'the address is invalid')
  const route = knowledge.route(question.method, question.path)
  if (route === undefined) return refusal(404, '404 Not Found')
  if ('allow' in route) return refusal(405, '405 Not Allowed', undefined, { Allow: methodsOf(route.allow) })
  const { operation, parameters } = route
  const { __code, __example, ...own } = question.query
  const query = spelled(own, operation.parameters)
  const visit = { knowledge, question, operation, parameters, query, address }
  return byName(visit) ?? byCredential(visit) ?? bySituation(visit, await bodyOf(operation, body))
}

async function bodyOf({ bodies, bodyBooleans }: Operation, read: Asked['body']): Promise<Body> {
  if (bodies.length === 0) return { kind: 'none' }
  const body = await read(bodies)
  return body.kind === 'read' ? { ...body, value: withBooleans(body.value, bodyBooleans) } : body
}

interface Visit {
  readonly knowledge: Knowledge
  readonly question: Question
  readonly operation: Operation
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Query
  readonly address: string
}

/** What is asked for by its name comes whatever else the request says. */
function byName(visit: Visit): Promise<Reply> | Reply | undefined {
  const wanted = wantedBy(visit.question, visit.parameters['id'])
  if (wanted === undefined) return undefined
  const found = find(visit.operation, wanted)
  if (found !== undefined) return send(visit, found)
  return insists(visit.question) ? unknownAnswer(visit.operation, wanted) : undefined
}

/** A token that the contract speaks of: expired, revoked, of somebody who is blocked. */
function byCredential(visit: Visit): Promise<Reply> | undefined {
  const known = ofToken(visit)
  const isAboutCredentials = known?.status === 401 || known?.reason === 'user_blocked' || known?.reason === 'insufficient_scope'
  return known !== undefined && isAboutCredentials ? send(visit, known) : undefined
}

/** The refusal that this token gets wherever it is shown. */
function ofToken({ knowledge, operation, question: { token } }: Visit): Answer | undefined {
  const known = token === undefined ? undefined : knowledge.recognise(operation)(new Map([['token', token]]))
  return known !== undefined && known.status >= 300 ? known : undefined
}

async function bySituation(visit: Visit, body: Body): Promise<Reply> {
  const { knowledge, operation, question } = visit
  const outcome = await knowledge.askPrism(operation, {
    ...requestOf(visit),
    body: operation.describesBody ? body : { kind: 'none' },
    checked: true,
  })
  const misfit = misfitOf(operation, body, outcome.violations)
  if (misfit !== undefined && 'error' in misfit) return refusal(misfit.status, misfit.error, operation)
  // A token in a place for another kind can be more than none: `GET /job` takes no personal tokens, and says 404 to those it knows.
  if (misfit !== undefined) return send(visit, (misfit.answer.status === 401 && ofToken(visit)) || misfit.answer)
  const chosen = onlyPage(visit, recognised(visit, body)) ?? find(operation, { status: outcome.status, name: undefined })
  if (chosen === undefined) throw new Error(`${operation.id} has no ${outcome.status}`)
  const unchanged = isUnchanged(question, chosen) ? find(operation, { status: 304, name: undefined }) : undefined
  return send(visit, unchanged === undefined ? chosen : { ...unchanged, headers: { ETag: chosen.headers['ETag'] ?? '' } })
}

const recognised = ({ knowledge, operation, question, parameters, query }: Visit, body: Body) =>
  knowledge.recognise(operation)(factsOf(question, parameters, query, body))

/** A list has one page here: whoever follows its links comes to an empty one, not to the same jobs for ever. */
function onlyPage({ operation, query }: Visit, chosen: Answer | undefined): Answer | undefined {
  const isBeyond = Number(query['page'] ?? 1) > 1 || query['cursor'] !== undefined
  if (!isBeyond || chosen === undefined || chosen.status >= 300 || !Array.isArray(chosen.value)) return chosen
  return operation.answers.find(({ status, value }) => status < 300 && Array.isArray(value) && value.length === 0) ?? chosen
}

const send = (visit: Visit, chosen: Answer): Promise<Reply> =>
  documented(visit.knowledge, visit.operation, chosen, requestOf(visit), visit.address)

function requestOf({ operation, question, parameters, query }: Visit) {
  const integers = new Set(operation.parameters.filter(({ type }) => type === 'integer').map(({ name }) => name))
  const segment = (name: string, value: string) => encodeURIComponent(integers.has(name) ? spellInteger(value) : value)
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(name, parameters[name] ?? ''))
  return { path, query, headers: question.headers }
}

/** Not one of the contract's statuses, so that nobody takes it for an answer of GitLab. */
function unknownAnswer({ id, answers }: Operation, { status, name }: Wanted): Reply {
  const known = [...new Set(answers.map((answer) => `${answer.status}${answer.name === undefined ? '' : ` ${answer.name}`}`))]
  const wish = [status, name].filter((part) => part !== undefined).join(' ')
  return refusal(501, `${id} has no answer ${wish}; it has ${known.join(', ')}`)
}

const methodsOf = (methods: readonly string[]) => methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ')

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
