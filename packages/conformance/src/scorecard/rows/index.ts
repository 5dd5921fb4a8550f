import type { Row } from '../row.ts'
import { actions } from './actions.ts'
import { addresses } from './addresses.ts'
import { credentials } from './credentials.ts'
import { downloads } from './downloads.ts'
import { endings } from './endings.ts'
import { errors } from './errors.ts'
import { large } from './large.ts'
import { logs } from './logs.ts'
import { pages } from './pages.ts'
import { reads } from './reads.ts'
import { shapes } from './shapes.ts'
import { tokens } from './tokens.ts'

/** All that a client is tried with, in the order of the table. */
export const rows: readonly Row[] = [
  ...credentials,
  ...tokens,
  ...actions,
  ...reads,
  ...endings,
  ...errors,
  ...shapes,
  ...pages,
  ...addresses,
  ...downloads,
  ...large,
  ...logs,
]
