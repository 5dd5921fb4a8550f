import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { document } from '@jobs-api/contract'
import { prismView } from '../../packages/mock/src/prism.ts'

/** Writes the contract as Prism understands it; gives back the path. */
export async function writePrismView(folder: string): Promise<string> {
  const file = join(folder, 'prism.json')
  await writeFile(file, JSON.stringify(prismView(document)))
  return file
}
