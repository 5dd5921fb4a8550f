import type { OpenApiDocument } from '@jobs-api/contract'
import { catalogueOf, type Operation } from './catalogue.ts'
import { type AskPrism, createPrism } from './prism.ts'
import { type Recognise, recogniserOf } from './recognise.ts'
import { type Route, routerOf } from './route.ts'

/** All that the mock derives from one document. It is made anew, as a whole, when the document changes. */
export interface Knowledge {
  readonly document: OpenApiDocument
  readonly operations: readonly Operation[]
  /** Where the links in examples lead; the mock puts its own address there. */
  readonly origin: string
  readonly route: (method: string, path: string) => Route
  readonly recognise: (operation: Operation) => Recognise
  readonly askPrism: AskPrism
}

/** Rejects with a sentence if the document is none that can be mocked. */
export async function learn(document: OpenApiDocument): Promise<Knowledge> {
  const operations = catalogueOf(document)
  if (operations.length === 0) throw new Error('the document has no operations')
  const recognisers = new Map(operations.map((operation) => [operation.id, recogniserOf(operation)]))
  return {
    document,
    operations,
    origin: originOf(document),
    route: routerOf(document, operations),
    recognise: ({ id }) => recognisers.get(id) ?? (() => undefined),
    askPrism: await createPrism(document),
  }
}

function originOf({ servers }: OpenApiDocument): string {
  const [first] = Array.isArray(servers) ? servers : []
  const url = typeof first === 'object' && first !== null && 'url' in first ? String(first['url']) : ''
  return URL.canParse(url) ? new URL(url).origin : 'http://127.0.0.1:4000'
}
