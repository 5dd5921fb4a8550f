import type { JobTemplate, Plan, PlannedArtifacts, Trigger } from '../storage/records.ts'
import type { FindEnvironment } from './environments.ts'
import { lengthOf } from './relative-time.ts'
import type { WorldArtifacts, WorldJobTemplate, WorldRun } from './world.ts'

/** What a world file says about the running of a job; null if it leaves everything to the runners. */
export function planRecord(run: WorldRun | undefined, projectPath: string, environment: FindEnvironment): Plan | null {
  return run === undefined ? null : planOf(run, projectPath, environment)
}

function planOf(run: WorldRun, projectPath: string, environment: FindEnvironment): Plan {
  const { duration, start_in, lines, failure_reason, exit_code, artifacts, retry, trigger, ...same } = run
  return {
    ...same,
    ...(duration === undefined ? {} : { duration: lengthOf(duration) }),
    ...(start_in === undefined ? {} : { startIn: lengthOf(start_in) }),
    ...(lines === undefined ? {} : { lines: linesOf(lines) }),
    ...(failure_reason === undefined ? {} : { failureReason: failure_reason }),
    ...(exit_code === undefined ? {} : { exitCode: exit_code }),
    ...(artifacts === undefined ? {} : { artifacts: artifactsOf(artifacts) }),
    ...(retry === undefined ? {} : { retry: planOf(retry, projectPath, environment) }),
    ...(trigger === undefined ? {} : { trigger: triggerOf(trigger, projectPath, environment) }),
  }
}

function linesOf(lines: string | readonly string[]): string[] {
  const each = typeof lines === 'string' ? lines.trimEnd().split('\n') : lines
  return each.map((line) => line.replaceAll('\\e', '\u001b').replaceAll('\\r', '\r'))
}

function artifactsOf({ expire, access, table_of_contents, files, reports }: WorldArtifacts): PlannedArtifacts {
  return {
    keepFor: expire === undefined ? null : lengthOf(expire),
    ...{ access, tableOfContents: table_of_contents, reports: reports ?? [] },
    ...(files === undefined ? {} : { files }),
  }
}

function triggerOf({ strategy, jobs, ...target }: NonNullable<WorldRun['trigger']>, own: string, environment: FindEnvironment): Trigger {
  return { ...target, depend: strategy === 'depend', jobs: jobs.map((job) => templateOf(job, target.project ?? own, environment)) }
}

function templateOf(job: WorldJobTemplate, projectPath: string, find: FindEnvironment): JobTemplate {
  const { allow_failure, environment, resource_group, run, ...same } = job
  return {
    ...same,
    allowFailure: allow_failure,
    environment: environment === undefined ? null : find(projectPath, environment),
    resourceGroup: resource_group ?? null,
    plan: planRecord(run, projectPath, find),
  }
}
