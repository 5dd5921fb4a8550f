export type { Narrator } from './living-document.ts'
export { type Mock, type MockOptions, startMock } from './mock.ts'
export { prismView } from './prism.ts'
export { contractSource, type DocumentSource, fileSource } from './source.ts'
