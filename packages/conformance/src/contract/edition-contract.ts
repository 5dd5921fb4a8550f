import {
  type Edition,
  editionDocument,
  isObject,
  type Json,
  type JsonObject,
  type OpenApiDocument,
  type OperationId,
  resolve,
} from '@jobs-api/contract'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { assertable } from './assertable.ts'

/** What the contract of an edition says of one operation. */
export interface OperationContract {
  readonly id: OperationId
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly parameters: readonly ParameterContract[]
  /** What a body may be, if there may be one. */
  readonly body: ValidateFunction | undefined
  /** The credentials that are accepted; an empty one means that none is needed. */
  readonly credentials: readonly string[]
  readonly answers: ReadonlyMap<number, AnswerContract>
}

export interface ParameterContract {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly isMultiSegment: boolean
  readonly fits: ValidateFunction
}

export interface AnswerContract {
  readonly headers: readonly { readonly name: string; readonly fits: ValidateFunction }[]
  /** By media type; undefined where the body is just bytes or text. */
  readonly media: ReadonlyMap<string, ValidateFunction | undefined>
}

/** The contract of one edition, ready to hold requests and answers against. */
export interface EditionContract {
  readonly edition: Edition
  readonly document: OpenApiDocument
  /** Whether the edition has the operation; nothing is compiled to find out. */
  has(id: OperationId): boolean
  operation(id: OperationId): OperationContract | undefined
}

const kept = new Map<Edition, Promise<EditionContract>>()

/** Made once for each edition: compiling costs more than examining. */
export function editionContract(edition: Edition): Promise<EditionContract> {
  const known = kept.get(edition) ?? make(edition)
  kept.set(edition, known)
  return known
}

async function make(edition: Edition): Promise<EditionContract> {
  const document = assertable(await editionDocument(edition))
  // What comes in a header or an address is text, so numbers are read from it.
  const [strict, coercing] = [validator(document, false), validator(document, true)]
  const places = new Map(operationsOf(document).map((place) => [place.id, place]))
  const operations = new Map<string, OperationContract>()
  return {
    edition,
    document,
    has: (id) => places.has(id),
    operation(id) {
      const place = places.get(id)
      const known = operations.get(id)
      if (place === undefined || known !== undefined) return known
      const made = new Reading(document, strict, coercing, place).operation()
      operations.set(id, made)
      return made
    },
  }
}

function validator(document: OpenApiDocument, coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes })
  addFormats.default(ajv)
  return ajv.addSchema({ $id: 'document', ...document })
}

interface Place {
  readonly id: OperationId
  readonly method: string
  readonly path: string
  readonly node: JsonObject
}

function operationsOf(document: OpenApiDocument): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, node]) =>
      isObject(node) ? [{ id: String(node['operationId']) as OperationId, method, path, node }] : [],
    ),
  )
}

/** Reads one operation out of a document. */
class Reading {
  readonly #document: OpenApiDocument
  readonly #strict: Ajv2020
  readonly #coercing: Ajv2020
  readonly #place: Place

  constructor(document: OpenApiDocument, strict: Ajv2020, coercing: Ajv2020, place: Place) {
    this.#document = document
    this.#strict = strict
    this.#coercing = coercing
    this.#place = place
  }

  operation(): OperationContract {
    const { id, method, path, node } = this.#place
    const json = this.#contentOf(node['requestBody']).get('application/json')
    return {
      id,
      method: method.toUpperCase() as OperationContract['method'],
      path,
      parameters: list(node['parameters']).map((parameter) => this.#parameter(resolve(this.#document, parameter))),
      body: json,
      credentials: list(node['security']).flatMap((alternative) => (isObject(alternative) ? [Object.keys(alternative).join()] : [])),
      answers: new Map(Object.entries(objectOf(node['responses'])).map(([status, answer]) => [Number(status), this.#answer(answer)])),
    }
  }

  #parameter(parameter: JsonObject): ParameterContract {
    return {
      name: String(parameter['name']),
      in: String(parameter['in']),
      required: parameter['required'] === true,
      isMultiSegment: parameter['x-multi-segment'] === true,
      fits: this.#compile(this.#strict, parameter['schema'] ?? true),
    }
  }

  #answer(node: Json): AnswerContract {
    const answer = resolve(this.#document, node)
    const headers = Object.entries(objectOf(answer['headers'])).map(([name, header]) => ({
      name,
      fits: this.#compile(this.#coercing, resolve(this.#document, header)['schema'] ?? true),
    }))
    return { headers, media: this.#contentOf(answer) }
  }

  #contentOf(holder: Json | undefined): Map<string, ValidateFunction | undefined> {
    const content = holder === undefined ? {} : objectOf(resolve(this.#document, holder)['content'])
    return new Map(
      Object.entries(content).map(([type, media]) => {
        const schema = objectOf(media)['schema'] ?? true
        return [type, type === 'application/json' ? this.#compile(this.#strict, schema) : undefined]
      }),
    )
  }

  /** References are resolved within the document, so a schema is compiled as if it stood there. */
  #compile(ajv: Ajv2020, schema: Json): ValidateFunction {
    return ajv.compile(inDocument(schema) as JsonObject)
  }
}

/** The schema with its references naming the document, as it is compiled outside of it. */
function inDocument(node: Json): Json {
  if (Array.isArray(node)) return node.map(inDocument)
  if (!isObject(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [
      name,
      name === '$ref' && typeof inner === 'string' ? `document${inner}` : inDocument(inner),
    ]),
  )
}

const list = (node: Json | undefined): Json[] => (Array.isArray(node) ? node : [])
const objectOf = (node: Json | undefined): JsonObject => (isObject(node) ? node : {})
