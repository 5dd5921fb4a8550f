import { isFound, reading } from './look-up.ts'
import type { Operation } from './operation.ts'
import { showJob } from './show-job.ts'

export const getJob: Operation<'getJob'> = ({ path }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.job(reader, desk, path, { ability: 'read_build', projectAbility: 'read_build' })
    if (!isFound(found)) return found
    return { status: 200, body: await showJob(reader, desk, found.job) }
  })
