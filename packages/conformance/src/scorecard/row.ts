import type { ClientError, Credential, Errand, Task } from './protocol.ts'
import type { Handle, Player } from './stage.ts'

/** `not_offered`: the client has no such thing, and did no harm. `untried`: this machine or this run cannot tell. */
export type Verdict = 'good' | 'bad' | 'not_offered' | 'untried'

export interface Judgement {
  readonly verdict: Verdict
  /** What was measured, in a few words: they stand in the table. */
  readonly figure: string
}

export const good = (figure: string): Judgement => ({ verdict: 'good', figure })
export const bad = (figure: string): Judgement => ({ verdict: 'bad', figure })
export const notOffered = (figure: string): Judgement => ({ verdict: 'not_offered', figure })
export const untried = (figure: string): Judgement => ({ verdict: 'untried', figure })

/** How a task ended, where the client has it. */
export type Ended = { readonly value: unknown; readonly error?: never } | { readonly error: ClientError; readonly value?: never }

export interface AskOptions {
  /** Where the API is; by default at `/api/v4` of the player. */
  readonly credential?: Credential
  readonly project?: string
  /** How long to wait for the reply, in milliseconds. */
  readonly patienceInMs?: number
}

/** What a row has to try a client with. */
export interface Trial {
  /** Whoever waits is told to wait this many seconds. */
  readonly pauseInSeconds: number
  /** The size of what is called large, in MiB. */
  readonly largeInMiB: number
  /** What every credential is, so that it can be found wherever it turns up. */
  readonly secret: string
  /** A folder of its own. */
  readonly folder: string
  /** Starts a server that lives as long as the row is tried. */
  play(handle: Handle): Promise<Player>
  /** Lets the client do something at the server's `/api/v4`. What it does not offer ends the row. */
  ask(player: Player, errand: Errand & Partial<Pick<Task, Patience>>, options?: AskOptions): Promise<Ended>
  /** The same, and how many MiB the program grew at its most from the first request on; `undefined` where that cannot be seen. */
  weigh(player: Player, errand: Errand, options?: AskOptions): Promise<{ ended: Ended; grownInMiB: number | undefined }>
}
type Patience = 'timeout_in_ms' | 'abort_after_ms' | 'retries' | 'interval_in_ms'

/** One line of the scorecard. */
export interface Row {
  /** The group and a name, which stay the same. */
  readonly id: `${string}.${string}`
  /** What a client that does not hurt its user does. */
  readonly sentence: string
  /** How that is found out. */
  readonly measured: string
  probe(trial: Trial): Promise<Judgement>
}
