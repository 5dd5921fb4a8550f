import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { bundle } from './bundle.ts'
import type { Document, Node, ObjectNode } from './document.ts'
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

const step = /\.(\w+)|\['([^']+)'\]|(\[\*\]|\.\*)|\[\?\(?@(?:\.(\w+))?(?: == '([^']*)')?\)?\]/gy

/** What a JSONPath finds, in the small part of the language that overlays here use; anything else is an error. */
export function find(document: Node, target: string): Node[] {
  let found: Node[] = [document]
  let end = 1
  for (const match of target.slice(1).matchAll(step)) {
    const [text, plain, quoted, any, member, value] = match
    const name = plain ?? quoted
    if (name !== undefined) found = found.flatMap((node) => (isObject(node) && node[name] !== undefined ? [node[name]] : []))
    else if (any !== undefined) found = found.flatMap(entriesOf)
    else found = found.flatMap(entriesOf).filter((node) => fits(node, member, value))
    end += text.length
  }
  if (!target.startsWith('$') || end !== target.length) throw new Error(`this JSONPath is not understood: ${target}`)
  return found
}

const entriesOf = (node: Node): Node[] => (Array.isArray(node) ? node : isObject(node) ? Object.values(node) : [])

function fits(node: Node, member: string | undefined, value: string | undefined): boolean {
  const subject: Node | undefined = member === undefined ? node : (node as ObjectNode | null)?.[member]
  return value === undefined ? subject !== undefined && subject !== null : subject === value
}
