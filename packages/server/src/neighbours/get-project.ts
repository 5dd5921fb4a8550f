import { isFound, reading } from '../operations/look-up.ts'
import { refuse } from '../operations/refusals.ts'
import { projectView } from '../views/project.ts'
import type { Neighbour } from './neighbour.ts'

export const getProject: Neighbour<'getProject'> = ({ path }, desk) =>
  desk.store.read(async (reader) => {
    const found = await reading.project(reader, desk, path)
    if (isFound(found)) return { status: 200, body: projectView(found.project, desk, desk.caller !== undefined) }
    // Only a job token is ever kept out like that, and those do not count here.
    return found.status === 403 ? refuse('project_not_found') : found
  })
