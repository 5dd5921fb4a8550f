import type { ControlHandlers, SandboxComponents } from '@jobs-api/contract'
import { lengthOf } from '../world/relative-time.ts'
import type { ControlDesk } from './control.ts'
import type { NamedWorld } from './named-worlds.ts'
import type { Universe } from './universe.ts'

/** What each control does. */
export const controls = (worlds: ReadonlyMap<string, NamedWorld>): ControlHandlers<ControlDesk> => ({
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
    await universe.load({ ...beginning, world, at: body?.at === undefined ? beginning.at : Date.parse(body.at) })
    return { status: 200, body: universeView(universe) }
  },
  listWorlds: async () => ({
    status: 200,
    body: [...worlds.values()].map(({ name, title, description }) => ({ name, title, description })),
  }),
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
  forceStatus: async ({ path, body }, desk) => {
    const job = body && (await desk.universe().scene.force(path.job_id, body.status, body.failure_reason))
    if (job === undefined) return { status: 404, body: { error: `there is no job ${path.job_id}` } }
    return { status: 200, body: { id: job.id, name: job.name, status: job.status } }
  },
})

function universeView({ name, beginning, clock, scene: { paces } }: Universe): SandboxComponents['schemas']['Universe'] {
  const { world, at } = beginning
  return {
    ...{ name, world: world.name, began_at: timeOf(at), now: timeOf(clock.now()), speed: clock.speed },
    pace: paces.usual,
    job_paces: paces.ofJobs.map(([job, pace]) => ({ job, pace })),
  }
}

const timeOf = (instant: number) => new Date(instant).toISOString()
