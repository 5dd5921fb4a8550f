import { mirrored } from '@jobs-api/lifecycle'
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

interface Target {
  readonly trigger: Trigger
  readonly project: Project
  /** Whose commit and ref the new pipeline gets. */
  readonly model: Pipeline
  readonly source: 'pipeline' | 'parent_pipeline'
}

/** Where the new pipeline belongs, or why there is none. Facts: `statuses-failure-reasons`. */
async function targetOf(reader: JobReader, { plan, projectId }: Job, upstream: Pipeline): Promise<Target | { failureReason: string }> {
  const trigger = plan?.trigger
  if (trigger === undefined) return { failureReason: 'invalid_bridge_trigger' }
  const project = trigger.project === undefined ? await reader.project(projectId) : await reader.projectByPath(trigger.project)
  if (project === undefined) return { failureReason: 'downstream_bridge_project_not_found' }
  const isChild = project.id === projectId
  const ref = trigger.ref ?? upstream.ref
  // A child runs for the commit of its parent; elsewhere, the newest pipeline knows what the ref points at.
  const model = isChild && ref === upstream.ref ? upstream : await reader.newestPipeline(project.id, ref)
  if (model === undefined) return { failureReason: 'downstream_pipeline_creation_failed' }
  return { trigger, project, model, source: isChild ? 'parent_pipeline' : 'pipeline' }
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
