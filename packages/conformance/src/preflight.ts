import { Mismatch } from './outcomes.ts'
import type { Exchange } from './target/exchange.ts'
import type { Session } from './target/session.ts'
import { createTarget } from './target/target.ts'

/** How long the first answer may take, in milliseconds: whoever mistyped an address should not wait. */
const limit = 1800

/** A sentence on why nothing can be examined at all: a wrong address, token or project. Otherwise undefined. */
export async function obstacle(session: Session): Promise<string | undefined> {
  const { send } = session.settings
  const quick: typeof fetch = (input, init) => send(input, { ...init, signal: AbortSignal.timeout(limit) })
  try {
    const target = createTarget({ ...session, heard: () => undefined, settings: { ...session.settings, send: quick } })
    return objection(await target.ask('listProjectJobs', { per_page: 1 }, { lookAround: true }))
  } catch (error) {
    if (error instanceof Mismatch) return `nothing answers there: ${error.message.replace(/^.*no answer: /, '')}`
    throw error
  }
}

function objection({ status, text }: Exchange): string | undefined {
  if (status === 200) return undefined
  if (status === 401) return 'the token is not accepted (401)'
  if (status === 403) return `the token may not read the jobs of the project (403): ${text}`
  if (status === 404 && text.includes('404 Project Not Found')) return 'the token does not see the project (404); is --project right?'
  return `the list of jobs is answered ${status}; does the address end in /api/v4?`
}
