import type { Edition } from '@jobs-api/contract'
import { editionContract } from './contract/edition-contract.ts'
import type { Exchange } from './target/exchange.ts'
import type { Session, Settings } from './target/session.ts'

type Given = Pick<Settings, 'baseUrl' | 'project'> & Partial<Settings> & { readonly edition?: Edition }

/** Prepares a run against one implementation. Nothing is sent yet. */
export async function openSession(
  { edition = 'current', ...given }: Given,
  listen: (exchange: Exchange) => void = () => undefined,
): Promise<Session> {
  const contract = await editionContract(edition)
  const session: Session = {
    settings: { ...defaults, ...given },
    contract,
    heard(exchange) {
      session.misfits.push(...exchange.misfits.map((misfit) => ({ exchange, misfit })))
      listen(exchange)
    },
    ...{ known: new Map(), elsewhere: new Map(), misfits: [], made: [], used: new Set() },
  }
  return session
}

const defaults: Omit<Settings, 'baseUrl' | 'project'> = {
  tokens: {},
  variable: 'TOKEN',
  projects: {},
  handed: {},
  unsupported: [],
  allowWrites: false,
  patience: 60_000,
  send: (input, init) => fetch(input, init),
}
