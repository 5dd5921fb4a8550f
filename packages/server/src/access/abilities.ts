import type { Job, Project } from '../storage/records.ts'
import { type Role, roles } from './roles.ts'

/** Whoever asks, as far as one project is concerned. */
export interface Standing {
  readonly userId: number | undefined
  /** 0 for whoever is not a member. */
  readonly level: number
  readonly project: Project
}

/** The job that an ability is asked about; left out while only the project is known. */
export type Subject = Pick<Job, 'archived' | 'debug' | 'userId' | 'environment'> & {
  readonly ref: string
  readonly archiveAccess: string | undefined
}

type Rule = (who: Standing, job: Subject | undefined) => boolean

const is = (role: Role, who: Standing) => who.level >= roles[role]
const sees = ({ userId, project }: Standing) =>
  project.visibility === 'public' || (project.visibility === 'internal' && userId !== undefined)
const seesPipelines = (who: Standing) => who.project.publicPipelines && (is('guest', who) || sees(who))
const reads = (who: Standing) => is('reporter', who) || seesPipelines(who)
const protection = (who: Standing, ref: string) => who.project.protectedRefs.find((entry) => entry.ref === ref)
const mayPush = (who: Standing, ref: string) => is(protection(who, ref)?.push ?? 'developer', who)
const gate = (who: Standing, slug?: string) => who.project.protectedEnvironments.find((entry) => entry.slug === slug)
function mayDeploy(who: Standing, job: Subject): boolean {
  const rule = gate(who, job.environment?.slug)
  if (rule === undefined) return true
  return (rule.deploy !== null && is(rule.deploy, who)) || (who.userId !== undefined && rule.users.includes(who.userId))
}
const acts: Rule = (who, job) =>
  is('developer', who) && (job === undefined || (!job.archived && mayPush(who, job.ref) && mayDeploy(who, job)))

const runsPipelines = (who: Standing, subject?: { readonly ref: string }) =>
  is('developer', who) && (subject === undefined || mayPush(who, subject.ref))

const archiveReaders: Readonly<Record<string, Rule>> = {
  public: reads,
  private: (who) => is('developer', who),
  maintainer: (who) => is('maintainer', who),
  none: () => false,
}

/**
 * Who may do what: one line an ability, by the names that the contract uses in `x-ability`; those of pipelines are asked about a
 * ref, for the user of a trigger job. Facts `access-*`.
 */
export const abilities = {
  read_project: (who) => is('guest', who) || sees(who),
  read_pipeline: (who) => reads(who) || who.project.visibility === 'public',
  read_build: reads,
  read_build_trace: (who, job) => reads(who) && (job?.debug !== true || is('developer', who)),
  read_job_artifacts: (who, job) => reads(who) && (archiveReaders[job?.archiveAccess ?? 'public']?.(who, job) ?? false),
  cancel_build: acts,
  force_cancel_build: (who) => is('maintainer', who),
  retry_job: acts,
  play_job: acts,
  update_pipeline: runsPipelines,
  create_pipeline: runsPipelines,
  set_pipeline_variables: (who) => is(who.project.pipelineVariablesRole, who),
  erase_build: (who, job) =>
    !job?.archived && (is('maintainer', who) || (is('developer', who) && (job === undefined || startedIt(who, job)))),
  keep_job_artifacts: acts,
  delete_job_artifact: (who) => is('maintainer', who),
} as const satisfies Record<string, Rule>

export type Ability = keyof typeof abilities
type PipelineAbility = 'create_pipeline' | 'update_pipeline'

/** A Developer may erase a job that they started themselves, on an unprotected ref. */
function startedIt(who: Standing, job: Subject): boolean {
  return job.userId !== null && job.userId === who.userId && protection(who, job.ref) === undefined
}

/** The one question: may they? */
export function may(ability: Ability, who: Standing, job?: Subject): boolean {
  return abilities[ability](who, job)
}

/** The same about the pipelines of a ref. */
export function mayOnRef(ability: PipelineAbility, who: Standing, ref: string): boolean {
  return abilities[ability](who, { ref })
}
