import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

export type Path = readonly (string | number)[]

/** What is wrong, and where a person has to look. */
export interface Problem {
  readonly line: number
  readonly column: number
  readonly says: string
}

/** The text of a world file, which remembers where in it everything stands. */
export class WorldFile {
  readonly path: string
  /** What the text says; undefined if it is not YAML. */
  readonly value: unknown
  /** Why it is not YAML. */
  readonly mistakes: readonly Problem[]
  readonly #document: Document
  readonly #lines = new LineCounter()
  #paths: Map<object, Path> | undefined

  constructor(text: string, path: string) {
    this.path = path
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false })
    this.mistakes = this.#document.errors.map(({ pos: [at], message }) => this.#problem(at, message))
    this.value = this.mistakes.length === 0 ? this.#document.toJS() : undefined
  }

  /** A problem with what stands at a path. Of a member that should not be there, the name is shown; of others, the value. */
  problem(path: Path, says: string, which: 'name' | 'value' = 'value'): Problem {
    return this.#problem(this.#offset(path, which), `${shown(path)}${says}`)
  }

  /** A problem with a member of one of the objects in `value`; undefined if that object stands in another file. */
  problemOf(owner: object, member: Path, says: string): Problem | undefined {
    this.#paths ??= pathsOf(this.value)
    const path = this.#paths.get(owner)
    return path && this.problem([...path, ...member], says)
  }

  #problem(offset: number, says: string): Problem {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1), says }
  }

  /** Where a node begins; if it is not there, where the nearest one around it does. */
  #offset(path: Path, which: 'name' | 'value'): number {
    let node: Node | null | undefined = this.#document.contents
    let offset = node?.range?.[0] ?? 0
    for (const [depth, part] of path.entries()) {
      if (isAlias(node)) node = node.resolve(this.#document)
      const isLast = depth === path.length - 1
      const found: { name: Node | undefined; value: Node | undefined } = within(node, part)
      node = found.value
      const at = (isLast && which === 'name' ? found.name : found.value)?.range?.[0]
      if (at === undefined) return offset
      offset = at
    }
    return offset
  }
}

function within(node: Node | null | undefined, part: string | number): { name: Node | undefined; value: Node | undefined } {
  if (isSeq(node)) return { name: undefined, value: node.items[Number(part)] as Node | undefined }
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part)) : undefined
  return { name: pair?.key as Node | undefined, value: (pair?.value ?? pair?.key) as Node | undefined }
}

function pathsOf(value: unknown): Map<object, Path> {
  const paths = new Map<object, Path>()
  const walk = (each: unknown, path: Path): void => {
    // An alias is the same object once more; the first place is the one where it is written out.
    if (typeof each !== 'object' || each === null || paths.has(each)) return
    paths.set(each, path)
    for (const [key, child] of Object.entries(each)) walk(child, [...path, Array.isArray(each) ? Number(key) : key])
  }
  walk(value, [])
  return paths
}

function shown(path: Path): string {
  const text = path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')
  return text === '' ? '' : `${text}: `
}
