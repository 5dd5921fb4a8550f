import type { NeighbourHandlers, NeighbourId } from '@jobs-api/contract'
import type { Desk } from '../operations/operation.ts'
import type { Bytes } from '../storage/bytes.ts'

/** One operation that stands beside the Jobs API; otherwise like any other. */
export type Neighbour<Id extends NeighbourId> = NeighbourHandlers<Desk, Bytes | string>[Id]
