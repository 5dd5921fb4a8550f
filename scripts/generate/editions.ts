import { fileURLToPath } from 'node:url'
import type { Document } from './document.ts'
import { operationsOf, resolve } from './document.ts'
import { editions, inRelease } from './history.ts'
import { withOverlay } from './overlay.ts'
import { withPeriodExamples } from './period-examples.ts'
import { withoutUnused } from './unused.ts'

const overlays = new URL('../../openapi/editions/', import.meta.url)

/** The document of every older edition, by the name of its file. */
export async function editionDocuments(source: Document): Promise<Record<string, string>> {
  const older = Object.entries(editions).filter(([name]) => name !== 'current')
  const derive = async ([name, release]: [string, string]) => {
    const laid = await withOverlay(inRelease(source, release), fileURLToPath(new URL(`${name}.yaml`, overlays)))
    const document = withoutUnused(withPeriodExamples(withoutUnused(laid), source))
    assertExamples(name, document)
    return [`editions/${name}.json`, `${JSON.stringify(document, null, 2)}\n`]
  }
  return Object.fromEntries(await Promise.all(older.map(derive)))
}

/** The mock answers with examples, so a success that has lost its last one would be an accident there. */
function assertExamples(name: string, document: Document): void {
  for (const { id, operation } of operationsOf(document))
    for (const [status, response] of Object.entries(resolve(document, operation['responses'])))
      for (const media of Object.values(resolve(document, resolve(document, response)['content'] ?? {}))) {
        const { example, examples } = resolve(document, media)
        if (example === undefined && Object.keys(resolve(document, examples ?? {})).length === 0)
          throw new Error(`edition ${name}: ${id} has no example of ${status} left; add one that this release could have shown`)
      }
}
