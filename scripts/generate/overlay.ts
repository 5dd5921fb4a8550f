import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { bundle } from './bundle.ts'
import type { Document, Node } from './document.ts'
import { isObject } from './document.ts'

/** Lays an overlay (Overlay 1.0) over a document. An action that finds nothing to act on is an error, not a silence. */
export async function withOverlay(document: Document, overlay: string): Promise<Document> {
  const { actions }: { actions: { target: string }[] } = parse(await readFile(overlay, 'utf8'))
  const idle = actions.filter(({ target }) => find(document, target).length === 0)
  if (idle.length > 0) throw new Error(`${overlay}: nothing is found at ${idle.map(({ target }) => target).join(', ')}`)
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-edition-'))
  try {
    const path = join(folder, 'document.json')
    await writeFile(path, JSON.stringify(document))
    return await bundle(path, [overlay])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const step = /\.(\w+)|\['([^']+)'\]|(\[\*\])|\[\?\(([^\]]+)\)\]/gy

/** What a JSONPath finds, in the small part of the language that overlays here use; anything else is an error. */
export function find(document: Node, target: string): Node[] {
  let found: Node[] = [document]
  let end = 1
  for (const [text, plain, quoted, any, filter] of target.slice(1).matchAll(step)) {
    const name = plain ?? quoted
    if (name !== undefined) found = found.flatMap((node) => (isObject(node) && node[name] !== undefined ? [node[name]] : []))
    else if (any !== undefined) found = found.flatMap(entriesOf)
    else if (filter !== undefined) found = found.flatMap(entriesOf).filter(oneOf(filter.split(' || ').map(conditionOf)))
    end += text.length
  }
  if (!target.startsWith('$') || end !== target.length) throw new Error(`this JSONPath is not understood: ${target}`)
  return found
}

type Condition = (node: Node) => boolean

const oneOf = (conditions: readonly Condition[]) => (node: Node) => conditions.some((holds) => holds(node))

/** `@.name` (has such a member) or `@ == 'text'`. */
function conditionOf(text: string): Condition {
  const [, member, value] = /^@(?:\.(\w+)| == '([^']*)')$/.exec(text) ?? []
  if (member !== undefined) return (node) => isObject(node) && node[member] !== undefined
  if (value !== undefined) return (node) => node === value
  throw new Error(`this condition of a JSONPath is not understood: ${text}`)
}

const entriesOf = (node: Node): Node[] => (Array.isArray(node) ? node : isObject(node) ? Object.values(node) : [])
