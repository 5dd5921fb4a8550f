import type { NeighbourHandlers } from '@jobs-api/contract'
import type { Desk } from '../operations/operation.ts'
import type { Bytes } from '../storage/bytes.ts'
import { getCurrentUser } from './get-current-user.ts'
import { getProject } from './get-project.ts'

/** What clients of the Jobs API ask beside it, as `openapi/neighbours.yaml` describes it. */
export const neighbourHandlers: NeighbourHandlers<Desk, Bytes | string> = { getProject, getCurrentUser }
