import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { SettingError } from '../settings.ts'
import { complaints } from './complaint.ts'
import { contradictions } from './contradictions.ts'
import { joined, Sources } from './extended.ts'
import { bringFiles } from './files-beside.ts'
import type { World, WorldInFiles } from './world.ts'
import { type Problem, WorldFile } from './world-file.ts'

const worlds = new URL('../../worlds/', import.meta.url)

/** The worlds that come with the server, by their names. */
const own: ReadonlySet<string> = new Set(['demo', 'company'])

/** Reads a world file, or one that comes with the server by its name, and fills in what it leaves to the defaults. */
export async function readWorld(nameOrPath: string): Promise<World> {
  const path = own.has(nameOrPath) ? fileURLToPath(new URL(`${nameOrPath}.yaml`, worlds)) : nameOrPath
  return parseWorld(await textOf(path), path)
}

/** The same from a text; `path` is how it is called in what is said of its mistakes, and files are looked for beside it. */
export async function parseWorld(text: string, path: string): Promise<World> {
  const sources = new Sources()
  const { world, files } = await readParts(text, path, [], sources)
  const found = contradictions(world).map((each) => ({ ...each, owner: sources.of(each.owner, each.member[0]) }))
  for (const file of files) {
    refuse(
      file,
      found.flatMap(({ owner, member, says }) => file.problemOf(owner, member, says) ?? []),
    )
  }
  // One whose place was lost must not be lost with it.
  if (found[0] !== undefined) throw new Error(`${path} cannot be, and it is not known where: ${found[0].says}`)
  return world
}

interface Parts {
  readonly world: World
  /** The file itself, and those that it extends. */
  readonly files: readonly WorldFile[]
}

/** A file by itself, each of its members as the schema wants it, and after it the files that it extends. */
async function readParts(text: string, path: string, above: readonly string[], sources: Sources): Promise<Parts> {
  const file = new WorldFile(text, path)
  refuse(file, file.mistakes)
  checker ??= makeChecker()
  const check = await checker
  const world = file.value as WorldInFiles
  if (!check(world)) refuse(file, complaints(file, check.errors ?? []))
  refuse(file, await bringFiles(file, world, dirname(path)))
  if (world.extends === undefined) return { world: joined(file, undefined, world, sources, refuse), files: [file] }
  const below = resolve(dirname(path), world.extends)
  if ([...above, resolve(path)].includes(below)) refuse(file, [file.problem(['extends'], 'a world cannot extend itself')])
  const base = await readParts(await textOf(below), relative('.', below), [...above, resolve(path)], sources)
  return { world: joined(file, base.world, world, sources, refuse), files: [file, ...base.files] }
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new SettingError(`The world ${path} cannot be read: ${error.message}.`)
  })
}

/** Says all that is wrong with a file at once, in the order of its lines; nothing if nothing is. */
function refuse({ path }: WorldFile, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const sorted = problems.toSorted((one, other) => one.line - other.line || one.column - other.column)
  const lines = new Set(sorted.map(({ line, column, says }) => `  ${path}:${line}:${column}  ${says}`))
  throw new SettingError(`The world ${path} is not right; nothing was stored.\n${[...lines].join('\n')}`)
}

let checker: ReturnType<typeof makeChecker> | undefined

async function makeChecker() {
  const schema = JSON.parse(await readFile(join(fileURLToPath(worlds), 'world.schema.json'), 'utf8'))
  return new Ajv({ useDefaults: true, allErrors: true, verbose: true, strict: false, allowUnionTypes: true }).compile<WorldInFiles>(schema)
}
