import { mirrored } from '@jobs-api/lifecycle'
import { may, mayOnRef, type Standing } from '../access/abilities.ts'
import type { JobReader, JobWriter } from '../storage/job-store.ts'
import type { Instant, Job, JobTemplate, Pipeline, Project, Trigger } from '../storage/records.ts'
import { changing, type Floor } from './floor.ts'
import { step } from './step.ts'

/** A trigger job in the queue starts the pipeline that its plan describes; if it does not wait for it, that is all. */
export async function startDownstream(floor: Floor, job: Job): Promise<void> {
  const now = floor.clock.now()
  await changing(floor, job, async (writer, bridge, pipeline) => {
    const target = await targetOf(writer, bridge, pipeline)
    if ('failureReason' in target) {
      await step(writer, now, { pipeline, job: bridge, event: 'drop' }, target)
      return
    }
    const downstream = await addPipeline(writer, bridge, target, now)
    const running = await step(writer, now, { pipeline, job: bridge, event: 'run' }, { downstreamPipelineId: downstream.id })
    if (!target.trigger.depend) await step(writer, now, { pipeline, job: running, event: 'succeed' })
  })
}

/** A trigger job that waits for its pipeline ends as that does. */
export async function followDownstream(floor: Floor, job: Job): Promise<void> {
  const [details] = await floor.store.read((reader) => reader.details([job]))
  const event = details?.downstream && mirrored(details.downstream.pipeline.status)
  if (event === undefined) return
  const now = floor.clock.now()
  const reason = event === 'drop' ? { failureReason: 'unknown_failure' } : {}
  await changing(floor, job, async (writer, bridge, pipeline) => void (await step(writer, now, { pipeline, job: bridge, event }, reason)))
}

type FailureReason =
  | 'invalid_bridge_trigger'
  | 'downstream_bridge_project_not_found'
  | 'insufficient_bridge_permissions'
  | 'downstream_pipeline_creation_failed'

interface Target {
  readonly trigger: Trigger
  readonly project: Project
  /** Whose commit and ref the new pipeline gets. */
  readonly model: Pipeline
  readonly source: 'pipeline' | 'parent_pipeline'
}

/** Where the new pipeline belongs, or why there is none, in GitLab's order. Facts `statuses-bridge-failures`, `access-downstream`. */
async function targetOf(reader: JobReader, bridge: Job, upstream: Pipeline): Promise<Target | { failureReason: FailureReason }> {
  const trigger = bridge.plan?.trigger
  if (trigger === undefined) return { failureReason: 'invalid_bridge_trigger' }
  const own = await reader.project(bridge.projectId)
  if (own === undefined) throw new Error(`job ${bridge.id} has lost its project`)
  const project = trigger.project === undefined ? own : await reader.projectByPath(trigger.project)
  const who = project && (await standingOf(reader, bridge, project))
  if (project === undefined || who === undefined || !may('read_project', who))
    return { failureReason: 'downstream_bridge_project_not_found' }
  const isChild = trigger.project === undefined
  if (!isChild && project.id === own.id) return { failureReason: 'invalid_bridge_trigger' }
  const ref = trigger.ref ?? upstream.ref
  const mayStart = mayOnRef('update_pipeline', await standingOf(reader, bridge, own), upstream.ref) && mayOnRef('create_pipeline', who, ref)
  if (!mayStart) return { failureReason: 'insufficient_bridge_permissions' }
  // A child runs for the commit of its parent; elsewhere, the newest pipeline knows what the ref points at.
  const model = isChild && ref === upstream.ref ? upstream : await reader.newestPipeline(project.id, ref)
  if (model === undefined) return { failureReason: 'downstream_pipeline_creation_failed' }
  return { trigger, project, model, source: isChild ? 'parent_pipeline' : 'pipeline' }
}

/** The user of a trigger job as another project sees them. */
async function standingOf(reader: JobReader, { userId }: Job, project: Project): Promise<Standing> {
  return { project, userId: userId ?? undefined, level: userId === null ? 0 : await reader.accessLevel(project.id, userId) }
}

async function addPipeline(writer: JobWriter, bridge: Job, { trigger, project, model, source }: Target, now: Instant): Promise<Pipeline> {
  const { sha, commit, ref, tag } = model
  const times = { createdAt: now, updatedAt: now }
  const pipeline = await writer.addPipeline({ sha, commit, ref, tag, source, ...times, projectId: project.id, status: 'created' })
  const stages = [...new Set(trigger.jobs.map(({ stage }) => stage))]
  for (const template of trigger.jobs)
    await writer.addJob({
      ...newJob(template, now),
      projectId: project.id,
      pipelineId: pipeline.id,
      stageIndex: stages.indexOf(template.stage),
      userId: bridge.userId,
    })
  return pipeline
}

const newJob = (template: JobTemplate, now: Instant) => ({
  ...template,
  ...({ status: 'created', createdAt: now, queuedAt: null, startedAt: null, finishedAt: null, erasedAt: null, scheduledAt: null } as const),
  ...{ coverage: null, failureReason: null, runnerId: null, artifactsExpireAt: null, downstreamPipelineId: null, inHand: null },
  ...{ archived: false, retried: false, debug: false, cancelsGracefully: false, inputValues: {}, variables: [] },
})
