import type { Case, Cases, Context, Surroundings } from './case.ts'
import { token } from './case.ts'
import { actions } from './cases/actions.ts'
import { artifacts } from './cases/artifacts.ts'
import { errors } from './cases/errors.ts'
import { lists } from './cases/lists.ts'
import { logs } from './cases/logs.ts'
import { reading } from './cases/reading.ts'
import { redirects } from './cases/redirects.ts'
import { retries } from './cases/retries.ts'
import { secrets } from './cases/secrets.ts'
import { time } from './cases/time.ts'
import { waiting } from './cases/waiting.ts'

/** All cases, by the sentence that each proves. */
export const suite: Cases = {
  ...reading,
  ...lists,
  ...actions,
  ...artifacts,
  ...logs,
  ...waiting,
  ...errors,
  ...retries,
  ...time,
  ...redirects,
  ...secrets,
}

export interface Outcome {
  readonly name: string
  /** What went wrong; with `isSkipped` why it was not tried. */
  readonly reason?: string
  readonly isSkipped?: true
}

/** Puts the client into its surroundings. */
export function contextOf(client: Context['client'], surroundings: Surroundings): Context {
  return { ...surroundings, client, jobs: client.createJobsClient({ baseUrl: surroundings.baseUrl, token }) }
}

export const caseOf = (entry: Cases[string]): Case => (typeof entry === 'function' ? { run: entry, except: {} } : entry)

/** Runs all cases, a few at once, and tells how each ended. */
export async function runSuite(client: Context['client'], surroundings: Surroundings, atOnce = 4): Promise<readonly Outcome[]> {
  const context = contextOf(client, surroundings)
  const waiting = Object.entries(suite)
  const outcomes: Outcome[] = []
  const line = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, entry] = next
      outcomes.push({ name, ...(await outcomeOf(caseOf(entry), context)) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return outcomes
}

async function outcomeOf({ run, except }: Case, context: Context): Promise<Omit<Outcome, 'name'>> {
  const reason = except[context.platform]
  if (reason !== undefined) return { reason, isSkipped: true }
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not over after 30 s')), 30_000)
  })
  try {
    await Promise.race([run(context), tooLong])
    return {}
  } catch (error) {
    return { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    clearTimeout(timer)
  }
}
