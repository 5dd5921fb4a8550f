import type { SandboxComponents } from '@jobs-api/contract'

export type JournalEntry = SandboxComponents['schemas']['JournalEntry']

const most = 1000

/** The latest requests of a universe, oldest first. */
export class Journal {
  #entries: JournalEntry[] = []

  add(entry: JournalEntry): void {
    this.#entries.push(entry)
    // Seldom, since it means to copy them all.
    if (this.#entries.length >= 2 * most) this.#entries = this.#entries.slice(-most)
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-most)
  }

  clear(): void {
    this.#entries = []
  }
}
