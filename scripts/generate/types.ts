import { createRequire } from 'node:module'
import type { Document } from './document.ts'

// openapi-typescript needs a TypeScript that still has `ts.factory`; only the contract package has that one.
const contract = createRequire(new URL('../../packages/contract/package.json', import.meta.url))

/** TypeScript types of a document; open lists stay open, but an editor offers the known values. */
export async function typesOf(document: Document): Promise<string> {
  const { default: openapiTs, astToString } = contract('openapi-typescript')
  const ts = contract('typescript')
  const literal = (value: string) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value))
  const anyOther = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ])
  const openList = (schema: Record<string, unknown>) => {
    const known = schema['x-extensible-enum']
    if (!Array.isArray(known)) return undefined
    const nullable =
      Array.isArray(schema['type']) && schema['type'].includes('null') ? [ts.factory.createLiteralTypeNode(ts.factory.createNull())] : []
    return ts.factory.createUnionTypeNode([...known.map(literal), anyOther, ...nullable])
  }
  const nodes = await openapiTs(structuredClone(document), {
    transform: openList,
    silent: true,
    alphabetize: false,
    defaultNonNullable: false,
  })
  return `${notice}${astToString(nodes)}`
}

export const notice = '// Generated from openapi/ by `npm run generate`. Do not edit.\n'
