import type { operations } from './generated/api.ts'

export type OperationId = keyof operations

/** `scope[]` on the wire is `scope` in the program. */
export type FoldLists<Query> = {
  [Name in keyof Query as Name extends `${infer Base}[]` ? Base : `${Name & string}[]` extends keyof Query ? never : Name]: Query[Name]
}

type Parameters<Id extends OperationId, Place extends string> = operations[Id]['parameters'] extends { [P in Place]?: infer All }
  ? NonNullable<All>
  : unknown

/** A request as a handler sees it: parsed, checked and typed. */
export type Input<Id extends OperationId> = {
  path: Parameters<Id, 'path'>
  query: FoldLists<Parameters<Id, 'query'>>
  headers: Parameters<Id, 'header'>
  body: operations[Id] extends { requestBody?: { content: infer Content } } ? Content[keyof Content] | undefined : undefined
}

type Content<Response> = Response extends { content: infer All extends object } ? All : never

type Headers<Response> = Response extends { headers: infer All }
  ? { headers?: { [Name in keyof All as string extends Name ? never : Name]?: All[Name] } }
  : { headers?: Record<never, never> }

/** One documented ending: status, media type, headers and body belong together. */
type Ending<Status, Response, Stream> = [Content<Response>] extends [never]
  ? { status: Status; body?: undefined } & Headers<Response>
  : {
      [Type in keyof Content<Response>]: Type extends `${string}json`
        ? { status: Status; type?: undefined; body: Content<Response>[Type] } & Headers<Response>
        : { status: Status; type: Type; body: Stream } & Headers<Response>
    }[keyof Content<Response>]

/** Any documented answer of an operation. */
export type Output<Id extends OperationId, Stream> = {
  [Status in keyof operations[Id]['responses']]: Ending<Status, operations[Id]['responses'][Status], Stream>
}[keyof operations[Id]['responses']]

/** One operation of a server. */
export type Handler<Id extends OperationId, Context, Stream> = (input: Input<Id>, context: Context) => Promise<Output<Id, Stream>>
