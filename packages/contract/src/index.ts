export {
  document,
  type Edition,
  editionDocument,
  editionNames,
  isObject,
  type Json,
  type JsonObject,
  neighboursDocument,
  type OpenApiDocument,
  resolve,
  sandboxDocument,
} from './documents.ts'
export { type Example, type ExampleRequest, examplesOf, examplesOfOperation } from './examples.ts'
export type { components, operations as OperationTypes, paths } from './generated/api.ts'
export type { Handlers } from './generated/handlers.ts'
export { neighbours } from './generated/neighbours.ts'
export type { components as NeighbourComponents } from './generated/neighbours-api.ts'
export { operations } from './generated/operations.ts'
export { sandboxControls } from './generated/sandbox.ts'
export type { components as SandboxComponents } from './generated/sandbox-api.ts'
export { type ToolView, type ToolViewOptions, toolView } from './tool-view.ts'
export type { ControlHandlers, ControlId, FoldLists, Handler, Input, NeighbourHandlers, NeighbourId, OperationId, Output } from './types.ts'
export { type NormaliseUrl, urlNormaliser } from './url-normaliser.ts'
export { type Askable, type WireRequest, wireRequest } from './wire-request.ts'
