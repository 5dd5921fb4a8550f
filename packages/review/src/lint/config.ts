import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { parse } from 'yaml'
import { isObject, type Json, type JsonObject, membersOf, textsOf } from '../source/json.ts'

/** Rules as both documents are held to them. */
export interface LintConfig {
  /** How a reader calls them: a file, or `recommended`. */
  readonly name: string
  /** The configuration itself, if it is a file. */
  readonly file?: string | undefined
  /** What redocly is given. */
  readonly path: string
  /** Where it runs. */
  readonly folder: string
  readonly dispose: () => Promise<void>
}

/**
 * The newer document's rules, made fit for the older one, which stands somewhere else: what the configuration asks of the newer
 * document by name is asked of both.
 *
 * @param file the configuration; redocly's recommended rules if there is none
 */
export async function lintConfig(file: string | undefined, document: string): Promise<LintConfig> {
  const own: JsonObject = file === undefined ? { extends: ['recommended'] } : objectIn(parse(await readFile(file, 'utf8')))
  const home = file === undefined ? process.cwd() : dirname(resolve(file))
  const folder = await mkdtemp(join(tmpdir(), 'jobs-api-review-lint-'))
  const path = join(folder, 'redocly.yaml')
  await writeFile(path, JSON.stringify(flattened(own, home, resolve(document))))
  const name = file === undefined ? 'recommended' : relative(process.cwd(), file)
  return { name, file, path, folder, dispose: () => rm(folder, { recursive: true, force: true }) }
}

function flattened(own: JsonObject, home: string, document: string): JsonObject {
  const { apis, ...rest } = own
  const [, api] = membersOf(apis).find(([, one]) => resolve(home, String(objectIn(one)['root'] ?? '')) === document) ?? []
  const levels = [rest, objectIn(api)]
  const rules = Object.assign({}, ...levels.map(({ rules: one }) => objectIn(one)))
  const lists = (name: string) => [...new Set(levels.flatMap((level) => textsOf(level[name])))].map((entry) => placed(entry, home))
  const decorators = objectIn(rest['decorators'])
  return { telemetry: 'off', extends: lists('extends'), plugins: lists('plugins'), rules, decorators }
}

/** A file is told from where the configuration stands; anything else is a name. */
const placed = (entry: string, home: string) => (entry.startsWith('.') ? resolve(home, entry) : entry)

const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
