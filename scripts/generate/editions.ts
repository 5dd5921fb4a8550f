import type { Document } from './document.ts'
import { editions, inRelease } from './history.ts'

/** The document of every older edition, by the name of its file. */
export async function editionDocuments(source: Document): Promise<Record<string, string>> {
  const older = Object.entries(editions).filter(([name]) => name !== 'current')
  const files = older.map(([name, release]) => [`editions/${name}.json`, `${JSON.stringify(inRelease(source, release), null, 2)}\n`])
  return Object.fromEntries(files)
}
