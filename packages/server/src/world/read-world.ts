import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Ajv, type ErrorObject } from 'ajv'
import { parse } from 'yaml'
import { SettingError } from '../settings.ts'
import { contradictions } from './contradictions.ts'
import type { World } from './world.ts'

const worlds = new URL('../../worlds/', import.meta.url)

/** Reads a world file, or the demo world by its name, and fills in what it leaves to the defaults. */
export async function readWorld(nameOrPath: string): Promise<World> {
  const path = nameOrPath === 'demo' ? fileURLToPath(new URL('demo.yaml', worlds)) : nameOrPath
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new SettingError(`The world ${path} cannot be read: ${error.message}.`)
  })
  return parseWorld(text, path)
}

/** The same from a text; `path` is how it is called in what is said of its mistakes. */
export async function parseWorld(text: string, path: string): Promise<World> {
  const check = await worldChecker()
  const world: unknown = parseYaml(text, path)
  const problems = check(world) ? contradictions(world) : (check.errors ?? []).map(complaint)
  if (problems.length === 0) return world as World
  throw new SettingError(`The world ${path} is not right: ${[...new Set(problems)].join('; ')}.`)
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new SettingError(`The world ${path} is not YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where in the file, and what is wrong there, with the name or the values that are meant. */
function complaint({ instancePath, message, params }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: readonly string[] }
  const meant = additionalProperty === undefined ? allowedValues?.join(', ') : additionalProperty
  return `${instancePath || '(top)'} ${message}${meant === undefined ? '' : ` (${meant})`}`
}

async function worldChecker() {
  const schema = JSON.parse(await readFile(new URL('world.schema.json', worlds), 'utf8'))
  return new Ajv({ useDefaults: true, allErrors: true, strict: false }).compile<World>(schema)
}
