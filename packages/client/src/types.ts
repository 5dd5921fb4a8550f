import type { FoldLists, OperationId, OperationTypes } from '@jobs-api/contract'

type Parameters<Id extends OperationId, Place extends 'path' | 'query' | 'header'> = NonNullable<OperationTypes[Id]['parameters'][Place]>

/** Where the contract has a list, one value will do. */
type OneOrList<Query> = { [Name in keyof Query]: Query[Name] | ElementOf<NonNullable<Query[Name]>> }
type ElementOf<Value> = Value extends readonly (infer Element)[] ? Element : never

type JsonBody<Id extends OperationId> = OperationTypes[Id] extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: { 'application/json': infer Json } }
    ? Json
    : never
  : never

/** A part of the input: left out where the operation has none, optional where nothing in it is required. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? unknown
  : Record<never, never> extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value }

/** What one call takes, named as on the wire; `scope[]` is `scope`. */
export type CallInput<Id extends OperationId> = Part<'path', Parameters<Id, 'path'>> &
  Part<'query', OneOrList<FoldLists<Parameters<Id, 'query'>>>> &
  Part<'headers', Parameters<Id, 'header'>> &
  ([JsonBody<Id>] extends [never] ? unknown : { body?: JsonBody<Id> }) & { signal?: AbortSignal }

type Responses<Id extends OperationId> = OperationTypes[Id]['responses']
type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206
/** Redirects are followed, so a caller never sees their bodies. */
type Redirect = 301 | 302 | 303 | 307 | 308

type BodyOf<Answer> = Answer extends { content: infer Content extends object }
  ? {
      [Type in keyof Content]: Type extends `${string}json`
        ? Content[Type]
        : Type extends `text/${string}`
          ? string
          : ReadableStream<Uint8Array>
    }[keyof Content]
  : undefined

/** What an operation answers when all is well: a value, a text, or for binary answers a stream. */
export type Data<Id extends OperationId> = BodyOf<Responses<Id>[keyof Responses<Id> & Success]>

/** The documented refusals of an operation. */
export type Refusal<Id extends OperationId> = NonNullable<BodyOf<Responses<Id>[Exclude<keyof Responses<Id>, Success | Redirect>]>>

/** Either `data` or `error`, as `response.ok` is true or false; errors that are no refusals (no network, an abort) are thrown. */
export type Result<Id extends OperationId> =
  | { data: Data<Id>; error?: undefined; response: Response }
  | { data?: undefined; error: Refusal<Id>; response: Response }

type Call<Id extends OperationId> =
  Record<never, never> extends CallInput<Id>
    ? (input?: CallInput<Id>) => Promise<Result<Id>>
    : (input: CallInput<Id>) => Promise<Result<Id>>

/** One method an operation, called like it. */
export type JobsClient = { readonly [Id in OperationId]: Call<Id> }
