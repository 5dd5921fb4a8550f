import { dirname, relative } from 'node:path'
import { type Edition, editionDocument, type Json, type OpenApiDocument } from '@jobs-api/contract'
import $RefParser from '@stoplight/json-schema-ref-parser'

/** Where a document comes from. */
export interface DocumentSource {
  /** For people: `edition 12.8`, or the path of a file. */
  readonly name: string
  /** Rejects with a sentence that says where the document is broken. */
  read(): Promise<OpenApiDocument>
  /** The folders in which a file may change the document; known once it has been read. */
  folders(): readonly string[]
}

/** The contract as this package carries it. */
export const contractSource = (edition: Edition): DocumentSource => ({
  name: `edition ${edition}`,
  read: () => editionDocument(edition),
  folders: () => [],
})

/** A document in files: the one that is named, and all that it refers to. `derive` makes of it what is to be mocked. */
export function fileSource(path: string, derive: (parsed: Json) => Json = (parsed) => parsed): DocumentSource {
  let files: readonly string[] = [path]
  const read = async () => {
    const parser = new $RefParser()
    try {
      const document: unknown = derive(jsonOf(await parser.dereference(path)))
      if (!isDocument(document)) throw new Error('it is no OpenAPI document: `openapi`, `paths` or `components` is missing')
      return document
    } catch (error) {
      throw new Error(placeOf(error, path), { cause: error })
    } finally {
      // What could not be read is among them, too: it will be mended there.
      files = [...new Set([...files, ...parser.$refs.paths('file')])]
    }
  }
  return { name: path, read, folders: () => [...new Set(files.map(dirname))] }
}

/** Plain data: the parser lets several places share one object. */
const jsonOf = (parsed: object): Json => JSON.parse(JSON.stringify(parsed))

function isDocument(value: unknown): value is OpenApiDocument {
  return typeof value === 'object' && value !== null && 'openapi' in value && 'paths' in value && 'components' in value
}

/** `openapi/examples/getJob/failed_job.yaml: ... at line 2, column 1`. The parser says the file's name several times. */
function placeOf(error: unknown, path: string): string {
  if (!(error instanceof Error)) return `${path}: ${error}`
  const source = 'source' in error && typeof error.source === 'string' ? error.source : path
  const reason = error.message.replaceAll(`Error parsing ${source}: `, '').replace(/:\s*$/, '')
  return `${relative('', source) || source}: ${reason}`
}
