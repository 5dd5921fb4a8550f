import { readFile } from 'node:fs/promises'
import type { OpenApiDocument } from '@jobs-api/contract'

const own = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
const theirs = (name: string) => readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`)), 'utf8')

/** What the reference is made of, in the order in which it has to be loaded. */
export interface ReferenceParts {
  readonly styles: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  /** What its licences want said wherever it goes. */
  readonly notices: string
}

/** Swagger UI with a contract and our own look. Apart from its comments it is as it was published. */
export async function referenceParts(document: OpenApiDocument): Promise<ReferenceParts> {
  return {
    styles: { 'swagger-ui.css': withoutMap(await theirs('swagger-ui.css')), 'reference.css': await own('reference.css') },
    scripts: {
      'swagger-ui.js': withoutMap(await theirs('swagger-ui-bundle.js')),
      'contract.js': `globalThis.jobsContract = ${JSON.stringify(document, fitParameters)}\n`,
      'reference.js': await own('reference.js'),
    },
    notices: (await Promise.all(['NOTICE', 'LICENSE', 'swagger-ui-bundle.js.LICENSE.txt'].map(theirs))).join('\n'),
  }
}

/** Developer tools would ask for a map that is not there. */
const withoutMap = (source: string) => source.replace(/\n?\/[*/]# sourceMappingURL=.*$/m, '')

/**
 * Parameters as Swagger UI 5.35 needs them. It takes a value for missing if its schema has several types; in an address all are
 * text. And it fills in examples, of optional parameters as well, which would all be sent at once.
 */
function fitParameters(_name: string, value: unknown): unknown {
  if (!isParameter(value)) return value
  const { examples: _examples, example: _example, schema, ...bare } = value
  const { examples: _inSchema, ...bareSchema } = schema
  const text = Array.isArray(schema.type) ? { type: 'string' } : {}
  return value.required ? { ...value, schema: { ...schema, ...text } } : { ...bare, schema: { ...bareSchema, ...text } }
}

interface Parameter {
  readonly required?: boolean
  readonly examples?: unknown
  readonly example?: unknown
  readonly schema: { readonly type?: unknown; readonly examples?: unknown }
}

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'in' in value && 'schema' in value && typeof value.schema === 'object'
