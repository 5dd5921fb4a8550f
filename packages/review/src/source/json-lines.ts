/** Where a value of a JSON text begins, and the values inside it. */
interface Placed {
  readonly line: number
  readonly members?: ReadonlyMap<string, Placed>
}

const blanks = /[ \t\r\n]*/y
const texts = /"(?:[^"\\]|\\.)*"/y
const others = /[^\s,\]}]+/y

/**
 * Tells the lines of a JSON text, which begin where the name of a member does. A reader of YAML could do it as well, and takes
 * ten seconds for ten megabytes.
 */
export function jsonLines(text: string): (steps: readonly string[]) => number | undefined {
  const root = new LineReader(text).value()
  return (steps) => {
    let place: Placed | undefined = root
    for (const step of steps) place = place?.members?.get(step)
    return place?.line
  }
}

class LineReader {
  readonly #text: string
  #at = 0
  #line = 1
  #counted = 0

  constructor(text: string) {
    this.#text = text
  }

  value(named?: number): Placed {
    this.#skip(blanks)
    const line = named ?? this.#here()
    const sign = this.#text[this.#at]
    if (sign === '{') return { line, members: this.#members('}', (members) => this.#member(members)) }
    if (sign === '[') return { line, members: this.#members(']', (members) => members.set(String(members.size), this.value())) }
    this.#skip(sign === '"' ? texts : others)
    return { line }
  }

  #members(end: string, read: (members: Map<string, Placed>) => void): Map<string, Placed> {
    const members = new Map<string, Placed>()
    this.#at++
    for (this.#skip(blanks); this.#text[this.#at] !== end; this.#skip(blanks)) {
      if (this.#at >= this.#text.length) throw new Error('the JSON text ends too early')
      read(members)
      this.#skip(blanks)
      if (this.#text[this.#at] === ',') this.#at++
    }
    this.#at++
    return members
  }

  #member(members: Map<string, Placed>): void {
    const line = this.#here()
    const name: string = JSON.parse(this.#skip(texts))
    this.#skip(blanks)
    this.#at++ // the colon
    members.set(name, this.value(line))
  }

  #skip(what: RegExp): string {
    what.lastIndex = this.#at
    const [found = ''] = what.exec(this.#text) ?? []
    this.#at += found.length
    return found
  }

  #here(): number {
    for (let next = this.#text.indexOf('\n', this.#counted); next >= 0 && next < this.#at; next = this.#text.indexOf('\n', this.#counted)) {
      this.#line++
      this.#counted = next + 1
    }
    return this.#line
  }
}
