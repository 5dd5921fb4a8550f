import { type ControlHandlers, type SandboxComponents, sandboxDocument } from '@jobs-api/contract'
import { served } from '../http/served.ts'
import type { Job } from '../storage/records.ts'
import { lengthOf } from '../world/relative-time.ts'
import type { ControlDesk } from './control.ts'
import { curlLine } from './curl-line.ts'
import type { Fault } from './faults/faults.ts'
import type { NamedWorld, NamedWorlds } from './named-worlds.ts'
import { page } from './page.ts'
import type { Scene, Universe } from './universe.ts'

/** What each control does. */
export const controls = (worlds: NamedWorlds): ControlHandlers<ControlDesk> => ({
  getPage: async (_input, desk) => page([...worlds.values()], desk.origin),
  getControls: async () => ({ status: 200, body: sandboxDocument }),
  getUniverse: async (_input, desk) => ({ status: 200, body: universeView(desk.universe()) }),
  resetUniverse: async (_input, desk) => {
    const universe = desk.universe()
    await universe.reset()
    return { status: 200, body: universeView(universe) }
  },
  loadWorld: async ({ body }, desk) => {
    const universe = desk.universe()
    const { beginning } = universe
    const world = worlds.get(body?.world ?? '')
    if (world === undefined) return { status: 404, body: { error: `there is no world ${body?.world}` } }
    const at = body?.at === undefined ? beginning.at : Date.parse(body.at)
    await universe.load({ ...beginning, world, at, seed: body?.seed ?? beginning.seed })
    return { status: 200, body: universeView(universe) }
  },
  listWorlds: async (_input, desk) => ({ status: 200, body: [...worlds.values()].map((world) => worldView(world, desk.origin)) }),
  moveClock: async ({ body }, desk) => {
    const universe = desk.universe()
    if (body?.speed !== undefined) universe.clock.run(body.speed)
    if (body?.advance !== undefined) await universe.advance(lengthOf(body.advance))
    return { status: 200, body: universeView(universe) }
  },
  setPace: async ({ body }, desk) => {
    const universe = desk.universe()
    if (body !== undefined)
      await universe.setPace(body.mode === 'reads' ? { mode: 'reads', reads: body.reads ?? 1 } : { mode: body.mode }, body.job)
    return { status: 200, body: universeView(universe) }
  },
  listJobStates: async ({ query }, desk) => {
    const { scene } = desk.universe()
    await scene.catchUp()
    const jobs = await newestJobs(scene, query.project ?? 1)
    return { status: 200, body: jobs.map(({ id, name, status }) => ({ id, name, status })) }
  },
  forceStatus: async ({ path, body }, desk) => {
    const job = body && (await desk.universe().scene.force(path.job_id, body.status, body.failure_reason))
    if (job === undefined) return { status: 404, body: { error: `there is no job ${path.job_id}` } }
    return { status: 200, body: { id: job.id, name: job.name, status: job.status } }
  },
  listFaults: async (_input, desk) => ({ status: 200, body: [...faultsOf(desk).all] }),
  addFault: async ({ body }, desk) => {
    const trouble = troubleWith(body ?? {})
    return trouble === undefined ? { status: 201, body: faultsOf(desk).add(body ?? {}) } : { status: 400, body: { error: trouble } }
  },
  removeFaults: async (_input, desk) => {
    faultsOf(desk).clear()
    return { status: 204 }
  },
  removeFault: async ({ path }, desk) =>
    faultsOf(desk).remove(path.fault_id) ? { status: 204 } : { status: 404, body: { error: `there is no fault ${path.fault_id}` } },
  readJournal: async (_input, desk) => ({ status: 200, body: [...desk.universe().scene.journal.entries] }),
  clearJournal: async (_input, desk) => {
    desk.universe().scene.journal.clear()
    return { status: 204 }
  },
})

export function worldView({ name, title, description, trials }: NamedWorld, origin: string): SandboxComponents['schemas']['World'] {
  return {
    ...{ name, title, description },
    trials: trials.map((trial) => ({
      description: trial.says,
      curl: curlLine(trial, name, origin),
      statuses: [...(trial.statuses ?? [200])],
    })),
  }
}

const most = 100

async function newestJobs({ stores }: Scene, projectId: number): Promise<readonly Job[]> {
  const ofKind = (kind: Job['kind']) => stores.store.read((reader) => reader.jobs({ projectId, kind }, { limit: most }))
  const jobs = [...(await ofKind('build')), ...(await ofKind('bridge'))]
  return jobs.toSorted((one, other) => other.id - one.id).slice(0, most)
}

/** What a schema cannot say so that a person understands it. */
function troubleWith(fault: Fault): string | undefined {
  const stranger = fault.operations?.find((id) => !Object.hasOwn(served, id))
  if (stranger !== undefined) return `there is no operation ${stranger}`
  return blows.some((blow) => fault[blow] !== undefined) ? undefined : `a fault needs one of ${blows.join(', ')}`
}

const blows = ['latency', 'limit', 'reset', 'answer', 'cut', 'dribble'] as const

const faultsOf = (desk: ControlDesk) => desk.universe().scene.faults

function universeView({ name, beginning, clock, scene: { paces } }: Universe): SandboxComponents['schemas']['Universe'] {
  const { world, at, seed } = beginning
  return {
    ...{ name, world: world.name, began_at: timeOf(at), now: timeOf(clock.now()), speed: clock.speed, seed },
    pace: paces.usual,
    job_paces: paces.ofJobs.map(([job, pace]) => ({ job, pace })),
  }
}

const timeOf = (instant: number) => new Date(instant).toISOString()
