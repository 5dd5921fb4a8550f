export {
  document,
  type Edition,
  editionDocument,
  editionNames,
  isObject,
  type Json,
  type JsonObject,
  type OpenApiDocument,
  resolve,
} from './documents.ts'
export type { components, operations as OperationTypes, paths } from './generated/api.ts'
export type { Handlers } from './generated/handlers.ts'
export { operations } from './generated/operations.ts'
export { type ToolView, type ToolViewOptions, toolView } from './tool-view.ts'
export type { FoldLists, Handler, Input, OperationId, Output } from './types.ts'
export { type NormaliseUrl, urlNormaliser } from './url-normaliser.ts'
