import { afterAll } from 'vitest'
import { importPromises } from '../../../packages/server/src/storage/import.suite.ts'
import { jobStorePromises } from '../../../packages/server/src/storage/job-store.suite.ts'
import { jobsUnderWayPromises } from '../../../packages/server/src/storage/jobs-under-way.suite.ts'
import { PostgresJobStore } from '../../../packages/server/src/storage/postgres/postgres-job-store.ts'
import { removalPromises } from '../../../packages/server/src/storage/removals.suite.ts'
import { startPostgres } from './postgres.ts'

const postgres = await startPostgres()
afterAll(() => postgres.stop())

let databases = 0
async function empty(): Promise<PostgresJobStore> {
  return PostgresJobStore.open(await postgres.create(`store_${++databases}`))
}

jobStorePromises('PostgreSQL', empty)
jobsUnderWayPromises('PostgreSQL', empty)
importPromises('PostgreSQL', empty)
removalPromises('PostgreSQL', empty)
