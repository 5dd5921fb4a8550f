import { readFile } from 'node:fs/promises'
import { isRow } from '../expectations.ts'

/** When a check last held of a real GitLab. */
export interface Validation {
  readonly version: string
  /** `2026-11-22`. */
  readonly date: string
}

/** By the ids of checks. */
export type Validations = ReadonlyMap<string, Validation>

/** The stamps that a recording has left in a folder; none if there is no such folder. */
export async function validationsIn(folder: URL | string): Promise<Validations> {
  const path = typeof folder === 'string' ? `${folder}/validated.json` : new URL('validated.json', folder)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const stamps: unknown = JSON.parse(text)
  if (!isRow(stamps)) throw new Error(`${path} is no object`)
  return new Map(Object.entries(stamps).map(([id, stamp]) => [id, stampOf(id, stamp)]))
}

function stampOf(id: string, stamp: unknown): Validation {
  if (isRow(stamp) && typeof stamp['version'] === 'string' && typeof stamp['date'] === 'string')
    return { version: stamp['version'], date: stamp['date'] }
  throw new Error(`the stamp of ${id} has no version or no date`)
}

/** Those that came with the kit. From `src` and from `dist` alike they lie in the neighbouring folder. */
export const ownValidations = (): Promise<Validations> => validationsIn(new URL('../../recorded/', import.meta.url))

export const validationText = (stamp: Validation | undefined): string =>
  stamp === undefined ? 'not yet validated on GitLab' : `last validated on GitLab ${stamp.version}, ${stamp.date}`
