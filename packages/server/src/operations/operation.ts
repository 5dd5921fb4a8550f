import type { Handler, OperationId } from '@jobs-api/contract'
import type { Caller } from '../access/caller.ts'
import type { EditionBehaviour } from '../editions.ts'
import type { ArtifactStore, Link } from '../storage/artifact-store.ts'
import type { Bytes } from '../storage/bytes.ts'
import type { JobStore } from '../storage/job-store.ts'
import type { LogStore } from '../storage/log-store.ts'
import type { Instant } from '../storage/records.ts'

/** Everything an operation may ask for. */
export interface Desk {
  readonly caller: Caller | undefined
  readonly now: Instant
  readonly store: JobStore
  readonly logs: LogStore
  readonly archives: ArtifactStore
  /** Where whole archives are sent from; left out, we send them. */
  readonly link: Link | undefined
  /** The address of the pages that representations link to, without a slash at its end. */
  readonly externalUrl: string
  /** The address that the client asked, as the client knows it. */
  readonly address: URL
  /** Whether only the headers of the answer are wanted. */
  readonly isHead: boolean
  readonly edition: EditionBehaviour
}

/** One operation: a typed request in, any of the documented answers out. Accidents are thrown, refusals returned. */
export type Operation<Id extends OperationId> = Handler<Id, Desk, Bytes | string>
