import { readFile } from 'node:fs/promises'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { jsonLines } from './json-lines.ts'
import type { Place } from './source.ts'

/** A place as an editor knows it; `line` counts from 1. */
export interface Line {
  readonly file: string
  readonly line: number
}

type FindLine = (steps: readonly string[]) => number

/** Tells lines of places. Reads a file only when one of its lines is asked for. */
export class Lines {
  readonly #files = new Map<string, Promise<FindLine>>()

  async of({ file, steps }: Place): Promise<Line> {
    const find = this.#files.get(file) ?? readLines(file)
    this.#files.set(file, find)
    return { file, line: (await find)(steps) }
  }
}

/** The line of the value, or of the nearest around it that there is. */
async function readLines(file: string): Promise<FindLine> {
  const text = await readFile(file, 'utf8')
  const lineOf = file.endsWith('.json') ? jsonLines(text) : yamlLines(text)
  return (steps) => {
    for (let length = steps.length; length >= 0; length--) {
      const line = lineOf(steps.slice(0, length))
      if (line !== undefined) return line
    }
    return 1
  }
}

function yamlLines(text: string): (steps: readonly string[]) => number | undefined {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, keepSourceTokens: false })
  return (steps) => {
    const start = startOf(document, steps)
    return start === undefined ? undefined : counter.linePos(start).line
  }
}

/** Where a member begins, its name included. */
function startOf(document: Document, steps: readonly string[]): number | undefined {
  const parent: unknown = steps.length < 2 ? document.contents : document.getIn(steps.slice(0, -1), true)
  const named = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === steps.at(-1))?.key : undefined
  const node: unknown = named ?? (steps.length === 0 ? document.contents : document.getIn(steps, true))
  return isNode(node) ? node.range?.[0] : undefined
}
