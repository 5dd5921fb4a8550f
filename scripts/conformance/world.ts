import type { Hall } from '@jobs-api/server'
import { demoCopy, type World } from '../examples/demo-copy.ts'

export type Stores = Pick<Hall, 'store' | 'logs' | 'archives'>
export type { World }

/** The demo world as it was a few seconds ago at most: those who ask in the meantime share what it costs to load it. */
export const freshWorld = (): Promise<World> => demoCopy(Math.floor(Date.now() / 10_000) * 10_000)
