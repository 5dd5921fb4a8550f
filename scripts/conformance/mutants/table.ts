import { type Edition, editionDocument, editionNames, isObject, type OperationId, operations } from '@jobs-api/contract'
import { acting, forEverybody, forReporters, lookedUpFirst, refreshing } from './access.ts'
import { cancelJob } from './by-hand/cancelJob.ts'
import { deleteJobArtifacts } from './by-hand/deleteJobArtifacts.ts'
import { deleteProjectArtifacts } from './by-hand/deleteProjectArtifacts.ts'
import { downloadJobArtifacts } from './by-hand/downloadJobArtifacts.ts'
import { downloadRefArtifacts } from './by-hand/downloadRefArtifacts.ts'
import { eraseJob } from './by-hand/eraseJob.ts'
import { getAllowedAgents } from './by-hand/getAllowedAgents.ts'
import { getJob } from './by-hand/getJob.ts'
import { getJobArtifactFile } from './by-hand/getJobArtifactFile.ts'
import { getJobLog } from './by-hand/getJobLog.ts'
import { getRefArtifactFile } from './by-hand/getRefArtifactFile.ts'
import { getTokenJob } from './by-hand/getTokenJob.ts'
import { keepJobArtifacts } from './by-hand/keepJobArtifacts.ts'
import { listJobArtifactTree } from './by-hand/listJobArtifactTree.ts'
import { listPipelineBridges } from './by-hand/listPipelineBridges.ts'
import { listPipelineJobs } from './by-hand/listPipelineJobs.ts'
import { listProjectJobs } from './by-hand/listProjectJobs.ts'
import { playJob } from './by-hand/playJob.ts'
import { retryJob } from './by-hand/retryJob.ts'
import { archive, byRef, single } from './downloads.ts'
import { pages, scope, totals } from './lists.ts'
import { noTriggerJob, oneJob, onePipeline, oneProject } from './look-up.ts'
import type { Mutant, Sketch } from './mutant.ts'
import { inEdition } from './older.ts'
import { reading } from './reading.ts'
import { shape } from './shape.ts'
import { blocked, signIn } from './sign-in.ts'
import { otherToken } from './token-job.ts'

const older = editionNames.filter((name) => name !== 'current')

type Family = (id: OperationId) => readonly Sketch[]

const everywhere: readonly Family[] = [shape, signIn]
const writers: Family = (id) => acting(id, ['developer'], ['reporter', 'guest'])
const maintainers: Family = (id) => acting(id, [], ['developer', 'reporter', 'guest'])

/** Which faults are derived for an operation, and those thought of by hand. */
const sketches: { readonly [Id in OperationId]: readonly [families: readonly Family[], byHand: readonly Sketch[]] } = {
  getTokenJob: [[reading, otherToken], getTokenJob],
  getAllowedAgents: [[reading, otherToken], getAllowedAgents],
  deleteProjectArtifacts: [[oneProject, maintainers, refreshing], deleteProjectArtifacts],
  listProjectJobs: [[blocked, oneProject, forReporters, scope, pages, reading], listProjectJobs],
  listPipelineJobs: [[oneProject, onePipeline, forEverybody, scope, pages, totals, reading], listPipelineJobs],
  listPipelineBridges: [[oneProject, onePipeline, forEverybody, forReporters, scope, pages, totals, reading], listPipelineBridges],
  getJob: [[blocked, oneProject, oneJob, noTriggerJob, forReporters, reading], getJob],
  getJobLog: [[oneProject, oneJob, noTriggerJob, forReporters, reading], getJobLog],
  cancelJob: [[blocked, oneProject, oneJob, noTriggerJob, writers], cancelJob],
  retryJob: [[oneProject, oneJob, writers, lookedUpFirst], retryJob],
  eraseJob: [[oneProject, oneJob, noTriggerJob, maintainers, lookedUpFirst, refreshing], eraseJob],
  playJob: [[oneProject, oneJob, writers], playJob],
  downloadJobArtifacts: [[oneProject, oneJob, noTriggerJob, forEverybody, forReporters, reading, archive], downloadJobArtifacts],
  deleteJobArtifacts: [[oneProject, oneJob, noTriggerJob, maintainers, refreshing], deleteJobArtifacts],
  listJobArtifactTree: [[oneProject, oneJob, noTriggerJob, forEverybody, forReporters, pages, totals, reading], listJobArtifactTree],
  keepJobArtifacts: [[oneProject, oneJob, noTriggerJob, writers, lookedUpFirst], keepJobArtifacts],
  getJobArtifactFile: [[oneProject, oneJob, noTriggerJob, forEverybody, forReporters, reading, single], getJobArtifactFile],
  downloadRefArtifacts: [[oneProject, forEverybody, forReporters, reading, archive, byRef], downloadRefArtifacts],
  getRefArtifactFile: [[oneProject, forEverybody, forReporters, reading, single, byRef], getRefArtifactFile],
}

/** Faulty servers of the newest edition, and those that only an older one can be, in the contract's order. */
const drawn: readonly Mutant[] = Object.entries(operations).flatMap(([operation]) => {
  if (!isOperation(operation)) return []
  const [families, byHand] = sketches[operation]
  const derived = [...everywhere, ...families].flatMap((family) => family(operation))
  return [...derived, ...byHand].map((sketch) => ({ edition: 'current' as const, ...sketch, id: `${operation}: ${sketch.id}`, operation }))
})

function isOperation(name: string): name is OperationId {
  return Object.hasOwn(operations, name)
}

/** Every faulty server. */
export const mutants: readonly Mutant[] = [...drawn, ...(await Promise.all(older.map(drawnIn))).flat()]

async function drawnIn(edition: Edition): Promise<Mutant[]> {
  const document = await editionDocument(edition)
  const ids = new Set(
    Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => (isObject(operation) ? operation['operationId'] : null)),
    ),
  )
  return inEdition(edition, (id) => ids.has(id), drawn)
}
