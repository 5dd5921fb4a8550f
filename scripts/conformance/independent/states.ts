import type { Answer } from './reading.ts'
import { archive, type Job, type Pipeline, World, type World as WorldType } from './world.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const full = { files: archive, expireAt: inDays(30), hasReport: true }

/** Jobs in every state that can be found by looking. */
export function demo(): World {
  const world = new World()
  for (const { id } of world.projects) {
    const [main, branch] = [world.addPipeline(id, 'main'), world.addPipeline(id, 'some/branch')]
    world.addJob(main, 'seal', 'success', { ...full, access: 'nobody' })
    world.addJob(main, 'audit', 'success', { ...full, access: 'maintainer' })
    world.addJob(main, 'debug', 'success', { isDebug: true })
    world.addJob(main, 'old', 'success', { ...full, expireAt: inDays(-1) })
    world.addJob(main, 'bare', 'success', { ...full, hasTable: false })
    world.addJob(main, 'lint', 'failed', { allowFailure: true })
    world.addJob(main, 'greet', 'success')
    // The newest with an archive is the one that most checks take.
    world.addJob(main, 'package', 'success', full)
    world.addJob(branch, 'package', 'success', full)
    const first = world.addJob(branch, 'test', 'failed')
    first.isReplaced = true
    world.addJob(branch, 'test', 'failed')
    world.addJob(branch, 'trigger', 'success', { isBridge: true, downstream: world.addPipeline(id, 'some/branch') })
    const busy = world.addPipeline(id, 'some/branch')
    world.addJob(busy, 'trigger-later', 'manual', { isBridge: true })
    for (const status of ['pending', 'manual', 'skipped', 'canceled', 'running', 'scheduled', 'created'] as const)
      world.addJob(busy, `is-${status}`, status, { user: 'ben' })
  }
  return world
}

const byName: Readonly<Record<string, readonly [name: string, status: string, more?: Partial<Job>]>> = {
  'own-waiting': ['unit', 'pending'],
  'own-retryable': ['unit', 'failed'],
  'own-finished': ['unit', 'success', full],
  'own-unlocked': ['unit', 'success', full],
  'own-empty': ['unit', 'success', { log: null }],
  'own-running': ['unit', 'running'],
  'own-graceful': ['unit', 'running', { isGraceful: true }],
  'own-canceling': ['unit', 'canceling'],
  'own-manual': ['deploy', 'manual'],
  'own-protected-manual': ['deploy', 'manual'],
  'own-scheduled': ['later', 'scheduled'],
  'own-played': ['deploy', 'success'],
  'own-inputs': ['unit', 'failed', { inputs: { region: 'string', attempts: 'number' } }],
  'own-manual-inputs': ['deploy', 'manual', { inputs: { region: 'string', attempts: 'number' } }],
  'own-archived': ['unit', 'failed', { isArchived: true }],
  'own-expired': ['unit', 'success', { ...full, expireAt: inDays(-1) }],
  'own-protected': ['unit', 'failed'],
  'own-by-developer': ['unit', 'failed', { user: 'ben' }],
  'own-bridge': ['trigger', 'failed', { isBridge: true }],
  'own-manual-bridge': ['trigger', 'manual', { isBridge: true }],
}

/** What the kit asks its state handler for: a job of its own, in a new pipeline. */
export function bring(world: WorldType, { state, project }: { readonly state: string; readonly project: string }): Answer {
  const place = world.projects.find(({ id, path }) => String(id) === project || path === project)
  const pipeline = world.addPipeline(place?.id ?? 0, place?.protectedRefs[0] ?? 'own/branch')
  const job = jobFor(world, pipeline, state)
  return job === undefined ? { status: 404 } : { status: 200, body: { job_id: job.id, pipeline_id: pipeline.id } }
}

function jobFor(world: WorldType, pipeline: Pipeline, state: string): Job | undefined {
  if (state === 'bridges')
    return ['success', 'failed', 'manual'].map((status) => world.addJob(pipeline, status, status, { isBridge: true }))[0]
  if (state === 'own-blocking') {
    const job = world.addJob(pipeline, 'unit', 'failed')
    world.addJob(pipeline, 'publish', 'skipped')
    return job
  }
  const known = byName[state]
  return known === undefined ? undefined : world.addJob(pipeline, ...known)
}
