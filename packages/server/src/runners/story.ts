import type { InputValue, Instant, Job, Pipeline, Project, Runner } from '../storage/records.ts'
import type { WholePlan } from './plan.ts'

/** What a log will say, and how many milliseconds after the runner began. */
export interface Beat {
  readonly at: number
  readonly text: string
}

/** Everything that a log speaks of. */
export interface Scene {
  readonly job: Job
  readonly plan: WholePlan
  readonly project: Project
  readonly pipeline: Pipeline
  readonly runner: Runner | undefined
  readonly since: Instant
  /** Whether the log was begun by somebody else, before the simulated runners saw the job. */
  readonly goesOn: boolean
}

/** How long a job takes to stop gracefully, in milliseconds. */
export const stoppingTime = 2000

/** What the log says by a time, in milliseconds after the runner began. */
export function saidBy(beats: readonly Beat[], elapsed: number): string {
  return beats.flatMap(({ at, text }) => (at <= elapsed ? [text] : [])).join('')
}

/** The log of a job from the runner's greeting to the outcome; the script takes the middle of the time. */
export function runStory(scene: Scene): Beat[] {
  const { plan, goesOn } = scene
  const at = (share: number) => Math.round(share * plan.duration)
  const begin = goesOn ? 0 : 0.25
  const pace = (0.85 - begin) / Math.max(1, plan.lines.length)
  const script = plan.lines.map((line, index) => ({ at: at(begin + pace * (index + 0.5)), text: printed(line) }))
  return [...(goesOn ? [] : opening(scene, at)), ...script, ...closing(scene, at)]
}

/** What is added to the log of a job that is being stopped gracefully. */
export function stopStory({ since }: Pick<Scene, 'since'>): Beat[] {
  return [
    { at: 0, text: starts('after_script', since, 'Running after_script') + printed("$ echo 'cleaning up'") },
    { at: stoppingTime / 2, text: printed('cleaning up') },
    { at: stoppingTime, text: `${ends('after_script', since + stoppingTime)}${red('ERROR: Job failed: canceled')}` },
  ]
}

type Share = (share: number) => number

function opening({ job, project, pipeline, runner, since }: Scene, at: Share): Beat[] {
  const { description = 'a runner', manager } = runner ?? {}
  const section = (share: number, before: string, name: string, title: string, ...lines: string[]) => ({
    at: at(share),
    text: `${ends(before, since + at(share))}${starts(name, since + at(share), title)}${lines.map(printed).join('')}`,
  })
  const greeting = `\u001b[0KRunning with gitlab-runner ${manager?.version} (${manager?.revision})\u001b[0;m\n`
  const place = `\u001b[0K  on ${description}, system ID: ${manager?.systemId}\u001b[0;m\n`
  const first = `${starts('prepare_executor', since, 'Preparing the "docker" executor')}Using Docker executor with image node:24 ...\n`
  return [
    { at: 0, text: greeting + place + first },
    section(0.05, 'prepare_executor', 'prepare_script', 'Preparing environment', `Running on job-${job.id} via ${description}...`),
    section(
      0.1,
      'prepare_script',
      'get_sources',
      'Getting source from Git repository',
      `Checking out ${pipeline.sha.slice(0, 8)} as detached HEAD (ref is ${pipeline.ref})...`,
    ),
    section(0.2, 'get_sources', 'step_script', 'Executing "step_script" stage of the job script', ...given(job, project)),
  ]
}

/** What whoever played or retried the job gave it, printed so that one sees it arrive. */
function given({ inputs, inputValues, variables }: Job, project: Project): string[] {
  const values = { ...Object.fromEntries(Object.entries(inputs).map(([name, declared]) => [name, declared.default])), ...inputValues }
  const told = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`$ echo "${name}: $[[ job.inputs.${name} ]]"`, `${name}: ${oneLine(textOf(value))}`],
  )
  const set = variables.flatMap(({ key, value, variable_type }) => {
    const seen = variable_type === 'file' ? `/builds/${project.path}.tmp/${key}` : oneLine(value)
    return [`$ echo "${key}=$${key}"`, `${key}=${seen}`]
  })
  return [...told, ...set]
}

const textOf = (value: InputValue) => (typeof value === 'string' ? value : JSON.stringify(value))
const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ')

function closing(scene: Scene, at: Share): Beat[] {
  const { plan, since } = scene
  const files = plan.outcome === 'success' ? Object.keys(plan.artifacts?.files ?? {}) : []
  const scriptEnd = since + at(0.88)
  const upload = [
    starts('upload_artifacts_on_success', scriptEnd, 'Uploading artifacts for successful job'),
    ...files.map((file) => `${file}: found 1 matching artifact files and directories\n`),
    'Uploading artifacts as "archive" to coordinator... 201 Created\n',
    ends('upload_artifacts_on_success', since + at(0.95)),
  ]
  return [
    { at: at(0.88), text: ends('step_script', scriptEnd) },
    ...(files.length === 0 ? [] : [{ at: at(0.95), text: upload.join('') }]),
    { at: plan.duration, text: ending(plan) },
  ]
}

function ending({ outcome, failureReason, exitCode, duration }: WholePlan): string {
  if (outcome === 'success') return '\u001b[32;1mJob succeeded\u001b[0;m\n'
  if (failureReason === 'runner_system_failure') return red('ERROR: Job failed (system failure): the runner was shut down')
  if (failureReason === 'job_execution_timeout') return red(`ERROR: Job failed: execution took longer than ${duration / 1000} seconds`)
  return red(`ERROR: Job failed: exit code ${exitCode}`)
}

const red = (line: string) => `\u001b[31;1m${line}\u001b[0;m\n`
const printed = (line: string) => (line.startsWith('$ ') ? `\u001b[32;1m${line}\u001b[0;m\n` : `${line}\n`)
const seconds = (instant: Instant) => Math.floor(instant / 1000)
const starts = (name: string, at: Instant, title: string) =>
  `section_start:${seconds(at)}:${name}\r\u001b[0K\u001b[0K\u001b[36;1m${title}\u001b[0;m\u001b[0;m\n`
const ends = (name: string, at: Instant) => `section_end:${seconds(at)}:${name}\r\u001b[0K`
