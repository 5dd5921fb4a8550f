import { isObject, type JsonObject, type OpenApiDocument, resolve } from './documents.ts'

/** Rewrites the path of one request; the query is left alone. */
export type NormaliseUrl = (method: string, url: string) => string

type Route = { pattern: RegExp; multiSegment: boolean }

/**
 * OpenAPI has no parameter that spans slashes, GitLab's routes do (`x-multi-segment`: an artifact's path, a branch's
 * name). The normaliser stands in front of whatever knows OpenAPI only: it encodes the slashes inside such a parameter,
 * and its first character, so that an artifact called `keep` is not taken for the route that ends in `keep`.
 *
 * Where two routes fit, one without such parameters wins, then the earlier one in the document. Of several splits the
 * first parameter takes as much as it can, as in GitLab: `raw/a/raw/b` names the file `b` on the branch `raw/a`.
 */
export function urlNormaliser(document: OpenApiDocument): NormaliseUrl {
  const routes = routesOf(document)
  return (method, url) => {
    const end = url.indexOf('?')
    const path = end < 0 ? url : url.slice(0, end)
    const verb = method.toLowerCase()
    const route = routes.get(verb === 'head' ? 'get' : verb)?.find(({ pattern }) => pattern.test(path))
    if (!route?.multiSegment) return url
    return rewrite(route.pattern, path) + (end < 0 ? '' : url.slice(end))
  }
}

/** The captures are the fixed parts and the multi-segment ones by turns, so only every second one is changed. */
function rewrite(pattern: RegExp, path: string): string {
  const [, ...parts] = pattern.exec(path) ?? []
  return parts.map((part, index) => (index % 2 === 1 ? oneSegment(part) : part)).join('')
}

function oneSegment(text: string): string {
  const encoded = text.replaceAll('/', '%2F')
  const first = encoded.charCodeAt(0)
  return first > 0x7f || encoded.startsWith('%') ? encoded : `%${first.toString(16).toUpperCase().padStart(2, '0')}${encoded.slice(1)}`
}

function routesOf(document: OpenApiDocument): Map<string, Route[]> {
  const routes = new Map<string, Route[]>()
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (!isObject(operation)) continue
      const route = routeOf(path, pathParameters(document, operation))
      const others = routes.get(method) ?? []
      const place = route.multiSegment ? others.length : others.findIndex(({ multiSegment }) => multiSegment)
      routes.set(method, others.toSpliced(place < 0 ? others.length : place, 0, route))
    }
  for (const [method, strict] of routes) routes.set(method, [...strict, ...strict.map(lenient)])
  return routes
}

function pathParameters(document: OpenApiDocument, operation: JsonObject): Map<string, JsonObject> {
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  const resolved = parameters.map((parameter) => resolve(document, parameter))
  return new Map(resolved.filter((parameter) => parameter['in'] === 'path').map((parameter) => [String(parameter['name']), parameter]))
}

/** The same route with anything for a number: whoever writes a word there is told so, and not that there is no such address. */
const lenient = ({ pattern, multiSegment }: Route): Route => ({
  pattern: new RegExp(pattern.source.replaceAll('\\d+', '[^/]+')),
  multiSegment,
})

/** `/a/{id}/{rest}` becomes `^((?:/api/v4)?/a/[^/]+/)(.+)()$`. */
function routeOf(path: string, parameters: ReadonlyMap<string, JsonObject>): Route {
  let multiSegment = false
  const source = path.split(/[{}]/).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[^\w/-]/g, '\\$&')
    const parameter = parameters.get(part)
    if (parameter?.['x-multi-segment'] === true) {
      multiSegment = true
      return ')(.+)('
    }
    const schema = parameter?.['schema']
    return isObject(schema) && schema['type'] === 'integer' ? '\\d+' : '[^/]+'
  })
  return { pattern: new RegExp(`^((?:/api/v4)?${source.join('')})$`), multiSegment }
}
