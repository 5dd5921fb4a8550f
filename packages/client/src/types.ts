import type { components, FoldLists, OperationId, OperationTypes } from '@jobs-api/contract'
import type { AnswerProblem } from './errors.ts'
import type { Methods, OperationsFor } from './generated/methods.ts'

export type { Pages } from './pages.ts'

type Schemas = components['schemas']
export type Job = Schemas['Job']
export type Bridge = Schemas['Bridge']
export type JobStatus = Schemas['JobStatus']
export type FailureReason = Schemas['FailureReason']

/** What every call takes beside the parameters of its operation. Those are named as on the wire, these in camelCase. */
export interface CallOptions {
  /** Ends the call at once, wherever it is: waiting, sending, or reading an answer. The call rejects with its reason. */
  signal?: AbortSignal | undefined
  /** The whole call, with all its attempts and the waits between them; 120,000 unless told otherwise. */
  timeoutInMs?: number | undefined
  /** One attempt, up to the last byte of a value or a text, and up to the headers of a stream; 30,000 unless told otherwise. */
  attemptTimeoutInMs?: number | undefined
  /** How often a call may be sent again, where that can do no harm; 5 unless told otherwise. */
  maxRetries?: number | undefined
  /** Further headers, as `Range` for archives and logs. */
  headers?: Readonly<Record<string, string>> | undefined
}

type Parameters<Id extends OperationId, Place extends 'path' | 'query'> = NonNullable<OperationTypes[Id]['parameters'][Place]>

/** Where the contract has a list, one value will do. */
type OneOrList<Query> = { [Name in keyof Query]: Query[Name] | ElementOf<NonNullable<Query[Name]>> }
type ElementOf<Value> = Value extends readonly (infer Element)[] ? Element : never

type JsonBody<Id extends OperationId> = OperationTypes[Id] extends { requestBody?: infer Body }
  ? [NonNullable<Body>] extends [never]
    ? never
    : NonNullable<Body> extends { content: { 'application/json': infer Json } }
      ? Json
      : never
  : never

type OrNothing<Value> = [Value] extends [never] ? unknown : Value

/** Where a request has a body its parameters travel there, else in the query. */
type Wire<Id extends OperationId> = [JsonBody<Id>] extends [never]
  ? OrNothing<OneOrList<FoldLists<Parameters<Id, 'query'>>>>
  : NonNullable<JsonBody<Id>>

/** The parameters of an operation beside those of its address, and what every call takes. */
export type Options<Id extends OperationId> = Wire<Id> & CallOptions
/** The same for a text, to be had as its bytes: a stream that is not decoded and can be longer than a string may be. */
export type StreamOptions<Id extends OperationId> = Options<Id> & { as: 'stream' }
/** The same for a list, which can be resumed. */
export type OptionsFor<Id extends OperationId> = Options<Id> & {
  /** The `next` of a page that was read before, perhaps by another program: the list goes on behind it. */
  startAt?: string | undefined
}

type Responses<Id extends OperationId> = OperationTypes[Id]['responses']
type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206

type BodyOf<Answer> = Answer extends { content: infer Content extends object }
  ? {
      [Type in keyof Content]: Type extends `${string}json`
        ? Content[Type]
        : Type extends `text/${string}`
          ? string
          : ReadableStream<Uint8Array<ArrayBuffer>>
    }[keyof Content]
  : undefined

/** What an operation answers when all is well: a value, a text, or for binary answers a stream. */
export type Data<Id extends OperationId> = BodyOf<Responses<Id>[keyof Responses<Id> & Success]>
export type Item<Id extends OperationId> = Data<Id> extends readonly (infer Each)[] ? Each : never

/** An answer with what came around it. The body of `response` has been read already, unless `data` is a stream. */
export interface Answer<Value> {
  data: Value
  response: Response
}

/** A promise of the data, from which the answer around it can be had as well. */
export interface Pending<Value> extends Promise<Value> {
  withResponse(): Promise<Answer<Value>>
}

/**
 * Says what is wrong with an answer that is JSON, which for a list is a page of it; nothing if all is well. `hide` takes the
 * credential of the call out of a text, should it be in there.
 */
export type Validate = (operationId: OperationId, answer: unknown, hide: (text: string) => string) => readonly AnswerProblem[]

/** A function is asked before each attempt, so that a token may change under a long-lived client. */
export type Secret = string | (() => string | Promise<string>)

/** Whom a client speaks for: at most one of these, since GitLab looks at the first that it finds. */
export type Credentials =
  | { token: Secret | undefined; jobToken?: never; oauth?: never }
  | { token?: never; jobToken: Secret | undefined; oauth?: never }
  | { token?: never; jobToken?: never; oauth: Secret | undefined }
  | { token?: never; jobToken?: never; oauth?: never }

export type CredentialKind = keyof OperationsFor

/** The kind of credential that options name. */
export type KindOf<Given> = Given extends { jobToken: unknown }
  ? 'jobToken'
  : Given extends { token: unknown }
    ? 'token'
    : Given extends { oauth: unknown }
      ? 'oauth'
      : 'anonymous'

/** One method an operation, called like it; only those that take such a credential. */
export type JobsClient<Kind extends CredentialKind = 'token'> = Pick<Methods, OperationsFor[Kind]>
