import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

// The thread of `checkpoints.ts`: for every message one checkpoint, which disturbs nobody, and how many pages of the log are done.

const database = new DatabaseSync(String(workerData), { timeout: 0 })
const passive = database.prepare('pragma wal_checkpoint(passive)')

parentPort?.on('message', () => parentPort?.postMessage(Number(passive.get()?.['checkpointed'])))
