import { setTimeout as sleep } from 'node:timers/promises'
import { type JobWriter, LostUpdate, StoreBusy } from '../../storage/job-store.ts'
import type { Stores } from '../load-world.ts'
import type { Ledger } from './ledger.ts'
import type { Pass } from './pass.ts'
import type { Source } from './source.ts'
import type { Tolerance } from './tolerance.ts'

/** What every step of an import needs. */
export interface Work {
  readonly source: Source
  readonly stores: Stores
  readonly ledger: Ledger
  readonly pass: Pass
  readonly tolerance: Tolerance
  /** Is told of everything that came, as it comes. */
  readonly onBytes: (count: number) => void
  /** Is told of everything that could not be had. */
  readonly onGap: (gap: string) => void
}

const attempts = 8

/** A change that does not mind being made again, where a server that works meanwhile was faster. */
export async function keep<Answer>({ store }: Pick<Stores, 'store'>, change: (writer: JobWriter) => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.write(change)
    } catch (error) {
      if (!(error instanceof LostUpdate || error instanceof StoreBusy) || attempt === attempts) throw error
      await sleep(Math.random() * 50 * 2 ** attempt)
    }
  }
}
