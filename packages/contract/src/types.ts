import type { operations } from './generated/api.ts'
import type { operations as neighbours } from './generated/neighbours-api.ts'
import type { operations as controls } from './generated/sandbox-api.ts'

export type OperationId = keyof operations
export type NeighbourId = keyof neighbours
export type ControlId = keyof controls

/** `scope[]` on the wire is `scope` in the program. */
export type FoldLists<Query> = {
  [Name in keyof Query as Name extends `${infer Base}[]` ? Base : `${Name & string}[]` extends keyof Query ? never : Name]: Query[Name]
}

type Parameters<Operation, Place extends string> = Operation extends { parameters: { [P in Place]?: infer All } }
  ? NonNullable<All>
  : unknown

/** A request as a handler sees it: parsed, checked and typed. */
export type Input<Id extends OperationId> = InputOf<operations[Id]>

type InputOf<Operation> = {
  path: Parameters<Operation, 'path'>
  query: FoldLists<Parameters<Operation, 'query'>>
  headers: Parameters<Operation, 'header'>
  body: Operation extends { requestBody?: { content: infer Content } } ? Content[keyof Content] | undefined : undefined
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
export type Output<Id extends OperationId, Stream> = OutputOf<operations[Id], Stream>

type OutputOf<Operation extends { responses: unknown }, Stream> = {
  [Status in keyof Operation['responses']]: Ending<Status, Operation['responses'][Status], Stream>
}[keyof Operation['responses']]

/** One operation of a server. */
export type Handler<Id extends OperationId, Context, Stream> = (input: Input<Id>, context: Context) => Promise<Output<Id, Stream>>

/** The same for whatever stands beside the Jobs API: one handler for each operation of `neighbours.yaml`. */
export type NeighbourHandlers<Context, Stream> = {
  [Id in NeighbourId]: (input: InputOf<neighbours[Id]>, context: Context) => Promise<OutputOf<neighbours[Id], Stream>>
}

/** The same for the controls of the sandbox: one handler for each operation of `sandbox.yaml`. */
export type ControlHandlers<Context> = {
  [Id in ControlId]: (input: InputOf<controls[Id]>, context: Context) => Promise<OutputOf<controls[Id], string>>
}
