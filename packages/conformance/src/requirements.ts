import { readFile } from 'node:fs/promises'
import type { Edition } from '@jobs-api/contract'

/** The ids that an edition's frozen list holds an implementation to. */
export async function requirementsOf(edition: Edition): Promise<ReadonlySet<string>> {
  // From `src` and from `dist` alike the lists lie in the neighbouring folder.
  const text = await readFile(new URL(`../requirements/${edition}.txt`, import.meta.url), 'utf8')
  return new Set(text.split('\n').flatMap((line) => /^(?:must|should|may) +(\S+)/.exec(line)?.[1] ?? []))
}
