import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { isObject, isText, type Json } from './json.ts'
import { Source } from './source.ts'

/**
 * Reads an OpenAPI 3 document, YAML or JSON, and every file that it refers to.
 *
 * @throws Error that names the file and says what to do, if one cannot be read or is no such document
 */
export async function openSource(path: string): Promise<Source> {
  const main = resolve(path)
  const files = new Map<string, Json>()
  const waiting = [main]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    const value = await read(file)
    files.set(file, value)
    waiting.push(...referencesOf(value, file))
  }
  const source = new Source(main, files)
  const version = source.root['openapi']
  if (!isText(version) || !version.startsWith('3.'))
    throw new Error(`${path} is not an OpenAPI 3 document: openapi is ${JSON.stringify(version)}`)
  return source
}

async function read(file: string): Promise<Json> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`cannot read ${file}`, { cause })
  })
  try {
    return file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: 1000 })
  } catch (cause) {
    throw new Error(`${file} is not well-formed: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** The other files that a value refers to. What an example shows is no reference. */
function referencesOf(value: Json, file: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesOf(one, file))
  if (!isObject(value)) return []
  const own = isText(value['$ref']) ? [value['$ref']] : []
  const others = own.flatMap((reference) => otherFile(reference, file))
  return [...others, ...Object.entries(value).flatMap(([name, one]) => (name === 'value' ? [] : referencesOf(one, file)))]
}

function otherFile(reference: string, file: string): string[] {
  const [path = ''] = reference.split('#')
  if (path === '') return []
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
    throw new Error(`${file} refers to ${reference}; bundle the document first, nothing is fetched`)
  return [resolve(dirname(file), decodeURIComponent(path))]
}
