import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesOf } from './templates.ts'

/** A sentence on why there can be no operation of this name, or undefined. */
export function objection(root: string, id: string): string | undefined {
  if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(id)) return `${id} is no operation id: a verb and a noun in camelCase, such as retryJob`
  const taken = Object.keys(filesOf(id)).find((path) => existsSync(join(root, path)))
  return taken === undefined ? undefined : `${taken} is there already`
}

/** Writes the files of an operation and gives back their paths. */
export async function layDown(root: string, id: string): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(filesOf(id))) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text, { flag: 'wx' })
  }
  return Object.keys(filesOf(id))
}
