import type { Row } from '../row.ts'
import { actions } from './actions.ts'
import { credentials } from './credentials.ts'

/** All that a client is tried with, in the order of the table. */
export const rows: readonly Row[] = [...credentials, ...actions]
