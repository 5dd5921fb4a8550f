import type { JobReader, JobWriter } from '../../storage/job-store.ts'
import type { Stores } from '../load-world.ts'
import { keep } from './work.ts'

export type Kind = 'user' | 'runner' | 'project' | 'pipeline' | 'job'

interface Import {
  readonly url: string
  readonly shift: number
}

/** So far apart are the numbers of two servers in one data folder. No server has given out that many. */
const distance = 1_000_000_000_000

/**
 * Remembers under which number everything from one server is kept here. Decision 0033: into an empty folder everything comes
 * with its own number; where there is something else already, the same amount is added to all of them.
 */
export class Ledger {
  readonly #index: number
  /** What is added to the numbers of the source. */
  readonly shift: number

  private constructor(index: number, shift: number) {
    this.#index = index
    this.shift = shift
  }

  static async open(stores: Stores, url: string): Promise<Ledger> {
    return keep(stores, async (writer) => {
      const imports = importsIn(await writer.note('imports'))
      const known = imports.findIndex((each) => each.url === url)
      if (known >= 0) return new Ledger(known, imports[known]?.shift ?? 0)
      const isAlone = imports.length === 0 && (await writer.isEmpty())
      const shift = isAlone ? 0 : distance * Math.max(imports.length, 1)
      await writer.saveNote('imports', JSON.stringify([...imports, { url, shift }]))
      return new Ledger(imports.length, shift)
    })
  }

  /** How a note about something of this import is called. */
  about(what: string): string {
    return `import ${this.#index} ${what}`
  }

  /** The number here of what has that number there; undefined if it was not imported. */
  async here(reader: JobReader, kind: Kind, there: number): Promise<number | undefined> {
    const note = await reader.note(this.about(`${kind} ${there}`))
    return note === undefined ? undefined : Number(note)
  }

  async remember(writer: JobWriter, kind: Kind, there: number, here: number): Promise<void> {
    await writer.saveNote(this.about(`${kind} ${there}`), String(here))
  }
}

// Nobody but `open` writes this note.
const importsIn = (note: string | undefined): readonly Import[] => JSON.parse(note ?? '[]')
