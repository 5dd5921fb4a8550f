import { isUtf8 } from 'node:buffer'
import { readFile, realpath } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { placesForContent } from './places-for-content.ts'
import type { WorldInFiles } from './world.ts'
import type { Problem, WorldFile } from './world-file.ts'

/**
 * Puts the contents of files into a world wherever it names one: `log: { file: logs/build.log }`. Only what lies below the
 * world's own folder is read: a world file that came from elsewhere must not publish what else is on the disk.
 */
export async function bringFiles(file: WorldFile, world: WorldInFiles, folder: string): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { holder, member, path, mustBeText } of placesForContent(world)) {
    const name = nameOf(holder[member])
    if (name === undefined) continue
    try {
      const bytes = await readBelow(folder, name)
      if (mustBeText && !isUtf8(bytes)) throw new NotText()
      holder[member] = isUtf8(bytes) ? bytes.toString() : { base64: bytes.toString('base64') }
    } catch (error) {
      problems.push(file.problem([...path, 'file'], reasonOf(error, name)))
    }
  }
  return problems
}

function nameOf(named: unknown): string | undefined {
  return typeof named === 'object' && named !== null && 'file' in named ? String(named.file) : undefined
}

class NotText extends Error {}
class OutsideError extends Error {}

async function readBelow(folder: string, name: string): Promise<Buffer> {
  const below = await realpath(folder)
  const path = resolve(below, name)
  // Asked twice: before the disk is touched, and after links have been followed.
  if (!isBelow(below, path) || !isBelow(below, await realpath(path))) throw new OutsideError()
  return readFile(path)
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path
}

function reasonOf(error: unknown, name: string): string {
  if (error instanceof OutsideError) return `${name} lies outside the folder of the world; only files below it can be taken`
  if (error instanceof NotText) return `${name} is not UTF-8, and lines must be text`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `there is no file ${name} beside the world`
  return `${name} cannot be read: ${code ?? String(error)}`
}
