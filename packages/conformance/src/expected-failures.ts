import { readFile } from 'node:fs/promises'
import type { Check } from './check.ts'

/**
 * Reads a list that whoever implements the API keeps: one id a line, what follows a # is for people. An id that no check has is
 * refused, because it would hide nothing and seem to.
 */
export async function readExpectedFailures(path: string, checks: readonly Check[]): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8')
  const ids = text.split('\n').flatMap((line) => line.replace(/#.*/, '').trim() || [])
  const known = new Set<string>(checks.map(({ id }) => id))
  const strange = ids.filter((id) => !known.has(id))
  if (strange.length > 0) throw new Error(`${path} names checks that do not exist: ${strange.join(', ')}`)
  return new Set(ids)
}
