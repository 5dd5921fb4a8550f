import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document, Node } from './document.ts'
import { isObject } from './document.ts'
import { redocly } from './redocly.ts'

/** Runs `redocly bundle` on a document, with overlays laid over it, and gives back the result. */
export async function bundle(path: string, overlays: readonly string[] = []): Promise<Document> {
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-bundle-'))
  const output = join(folder, 'bundle.json')
  try {
    const flags = overlays.flatMap((overlay) => ['--overlay', overlay])
    await redocly('bundle', path, '--component-renaming-conflicts-severity', 'off', ...flags, '-o', output)
    return inlineExamples(JSON.parse(await readFile(output, 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Examples are files, so that they can be read one by one; in the document they stand where they are used. */
function inlineExamples(document: Document): Document {
  const { examples = {}, ...components } = document.components
  const inline = (node: Node): Node => {
    if (Array.isArray(node)) return node.map(inline)
    if (!isObject(node)) return node
    const name = typeof node['$ref'] === 'string' ? /^#\/components\/examples\/(.+)$/.exec(node['$ref'])?.[1] : undefined
    if (name !== undefined) return inline(examples[name] ?? null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inline(value)]))
  }
  return inline({ ...document, components }) as Document
}
