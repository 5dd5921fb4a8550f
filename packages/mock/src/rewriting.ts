import { isObject, type Json, type OpenApiDocument, urlNormaliser } from '@jobs-api/contract'

const prefix = '/api/v4'

/**
 * The address of a request as Prism understands it, or undefined for one outside the interface. Prism routes without the
 * path of `servers`, takes a parameter for one segment, and validates a list only under its plain name.
 */
export function addressRewriter(document: OpenApiDocument): (method: string, url: string) => string | undefined {
  const normalise = urlNormaliser(document)
  return (method, url) => {
    if (!url.startsWith(`${prefix}/`)) return undefined
    const [path = '', query] = split(normalise(method, url.slice(prefix.length)))
    return query === undefined ? path : `${path}?${query.replace(/(^|&)([^=&]*?)(?:\[\]|%5B%5D)(?==)/gi, '$1$2')}`
  }
}

function split(url: string): [path: string, query?: string] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

/** Binary examples stand in the document as text; this knows them by that text and gives back their bytes. */
export function exampleDecoder(document: OpenApiDocument): (body: Buffer) => Buffer {
  const encoded = new Set<string>()
  visit(document, (node) => {
    if (node['x-encoding'] === 'base64' && typeof node['value'] === 'string') encoded.add(node['value'])
  })
  return (body) => {
    const text = body.toString('latin1')
    return encoded.has(text) ? Buffer.from(text, 'base64') : body
  }
}

function visit(node: Json, look: (node: { [name: string]: Json }) => void): void {
  if (isObject(node)) look(node)
  if (typeof node === 'object' && node !== null) for (const child of Object.values(node)) visit(child, look)
}
