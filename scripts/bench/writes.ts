import { join } from 'node:path'
import { SqliteJobStore } from '../../packages/server/src/storage/sqlite/sqlite-job-store.ts'
import { median } from './figures.ts'

/** So many who each write again as soon as they were answered. */
const writers = 32

export interface Writes {
  readonly oneByOne: number
  readonly together: number
  /** How many more are kept a second, in the same round. */
  readonly ratio: number
  /** Of those who write at the same time, in milliseconds. */
  readonly p50: number
  readonly p99: number
}

interface Plan {
  readonly rounds: number
  readonly seconds: number
  readonly progress: (text: string) => void
}

/** Changes that are on the disk when they are answered: each by itself, and 32 at a time, on the same file in the same rounds. */
export async function measureWrites(folder: string, { rounds, seconds, progress }: Plan): Promise<Writes> {
  const store = new SqliteJobStore(join(folder, 'writes.sqlite'))
  const measured: { alone: Written; together: Written }[] = []
  for (let round = 0; round <= rounds; round++) {
    progress(round === 0 ? 'writes: warming up' : `writes: round ${round} of ${rounds}`)
    const [alone, together] = [await write(store, 1, seconds), await write(store, writers, seconds)]
    if (round > 0) measured.push({ alone, together })
  }
  await store.close()
  const over = (figure: (one: (typeof measured)[number]) => number) => median(measured.map(figure))
  return {
    oneByOne: over(({ alone }) => alone.rate),
    together: over((one) => one.together.rate),
    ratio: over(({ alone, together }) => together.rate / alone.rate),
    p50: over(({ together }) => together.p50),
    p99: over(({ together }) => together.p99),
  }
}

type Written = Awaited<ReturnType<typeof write>>

let written = 0
const text = 'x'.repeat(700)

async function write(store: SqliteJobStore, inFlight: number, seconds: number) {
  const took: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const writer = async () => {
    for (let now = performance.now(); now < end; ) {
      await store.write((change) => change.saveNote(`bench ${++written}`, text))
      const after = performance.now()
      took.push(after - now)
      now = after
    }
  }
  await Promise.all(Array.from({ length: inFlight }, writer))
  const sorted = took.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
  return { rate: took.length / ((performance.now() - begun) / 1000), p50: at(0.5), p99: at(0.99) }
}

export function writesTable({ oneByOne, together, ratio, p50, p99 }: Writes): string {
  return [
    '| changes on the disk | a second | times | p50 | p99 |',
    '|---|---:|---:|---:|---:|',
    `| one after the other | ${oneByOne.toFixed(0)} | 1.0 | | |`,
    `| ${writers} at a time | ${together.toFixed(0)} | ${ratio.toFixed(1)} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms |`,
  ].join('\n')
}
