import { isObject, type JsonObject, type OpenApiDocument, resolve } from '@jobs-api/contract'

/** One thing that is wrong with a request, as the validator tells it: `/query/page`, and the rule that it breaks. */
export interface Fault {
  readonly path: string
  readonly errorCode?: string
}

/** How many faults are named at most: the sentence must not grow with the request. Decision 0027. */
const most = 100

/** Every parameter with what is wrong with it, in the order in which the operation declares them. Fact `errors-several-parameters`. */
export function sentenceOf(faults: readonly Fault[], declared: readonly string[] = []): string {
  const ranks = new Map(declared.map((name, index) => [name, index]))
  const placed = faults.map((fault) => ({ fault, place: placeOf(fault, ranks) }))
  const sentences = placed.toSorted((one, other) => one.place - other.place).map(({ fault }) => clauseOf(fault))
  return [...new Set(sentences)].slice(0, most).join(', ')
}

/** The names that the parameters of each operation and the members of its body have, in their order; elements of a list are `[]`. */
export function declaredNames(document: OpenApiDocument): ReadonlyMap<string, readonly string[]> {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item).filter(isObject))
  return new Map(operations.map((operation) => [String(operation['operationId']), namesOf(document, operation)]))
}

function namesOf(document: OpenApiDocument, operation: JsonObject): string[] {
  const { parameters, requestBody } = operation
  const outside = Array.isArray(parameters) ? parameters.map((parameter) => String(resolve(document, parameter)['name'])) : []
  const content = isObject(requestBody) ? resolve(document, requestBody)['content'] : undefined
  const media = isObject(content) ? content['application/json'] : undefined
  return [...outside.map((name) => name.replace(/\[\]$/, '')), ...(isObject(media) ? membersOf(document, media['schema'], '') : [])]
}

function membersOf(document: OpenApiDocument, node: JsonObject[string] | undefined, within: string): string[] {
  if (!isObject(node)) return []
  const { properties, items } = resolve(document, node)
  const members = Object.entries(isObject(properties) ? properties : {}).flatMap(([name, schema]) => {
    const full = within === '' ? name : `${within}[${name}]`
    return [full, ...membersOf(document, schema, full)]
  })
  return [...members, ...membersOf(document, items, `${within}[]`)]
}

/** The place of what is declared, or of the nearest around it that is: an element has that of its list. */
function placeOf({ path }: Fault, ranks: ReadonlyMap<string, number>): number {
  const parts = path.split('/').slice(2)
  for (let length = parts.length; length > 0; length--) {
    const place = ranks.get(nameOf(parts.slice(0, length).map((part) => (/^\d+$/.test(part) ? '' : part))))
    if (place !== undefined) return place
  }
  return ranks.size
}

const nameOf = ([name = 'body', ...rest]: readonly string[]): string => [name, ...rest.map((part) => `[${part}]`)].join('')

/** Fact `errors-parameter-validation`: the parameter, and one of three things that can be wrong with it. */
function clauseOf({ path, errorCode = '' }: Fault): string {
  const [, place = '', ...parts] = path.split('/')
  if (!['params', 'query', 'headers', 'body'].includes(place)) return 'the address is invalid'
  // Whatever is no status is a wrong value, not a wrong type. Fact `requests-scope-coercion`.
  if (place === 'query' && parts[0] === 'scope') return 'scope does not have a valid value'
  const full = nameOf(parts)
  if (errorCode.startsWith('required')) return `${full} is missing`
  if (/^(enum|minimum|maximum|pattern|minLength|maxLength|minItems|maxItems|const)/.test(errorCode))
    return `${full} does not have a valid value`
  return `${full} is invalid`
}
