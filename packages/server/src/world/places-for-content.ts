import type { WorldArtifacts, WorldInFiles, WorldJob, WorldRun } from './world.ts'
import type { Path } from './world-file.ts'

/** A member that may say that its content stands in a file. */
export interface PlaceForContent {
  readonly holder: Record<string, unknown>
  readonly member: string
  readonly path: Path
  readonly mustBeText: boolean
}

/** Every member of a file that holds content: logs, what runners print, and what archives and reports are made of. */
export function placesForContent({ projects = [], additions = [] }: WorldInFiles): PlaceForContent[] {
  const owners = [
    ...projects.map(({ pipelines }, index) => ({ pipelines, path: ['projects', index] })),
    ...additions.map(({ pipelines }, index) => ({ pipelines, path: ['additions', index] })),
  ]
  return owners.flatMap(({ pipelines, path }) =>
    pipelines.flatMap(({ jobs }, pipeline) => jobs.flatMap((job, index) => inJob(job, [...path, 'pipelines', pipeline, 'jobs', index]))),
  )
}

const inJob = (job: WorldJob, path: Path): PlaceForContent[] => [
  place(job, 'log', path),
  ...inArtifacts(job.artifacts, [...path, 'artifacts']),
  ...inRun(job.run, [...path, 'run']),
]

function inRun(run: WorldRun | undefined, path: Path): PlaceForContent[] {
  if (run === undefined) return []
  return [
    { ...place(run, 'lines', path), mustBeText: true },
    ...inArtifacts(run.artifacts, [...path, 'artifacts']),
    ...inRun(run.retry, [...path, 'retry']),
    ...(run.trigger?.jobs ?? []).flatMap((job, index) => inRun(job.run, [...path, 'trigger', 'jobs', index, 'run'])),
  ]
}

function inArtifacts({ files = {}, reports = [] }: Partial<WorldArtifacts> = {}, path: Path): PlaceForContent[] {
  return [
    ...Object.keys(files).map((name) => place(files, name, [...path, 'files'])),
    ...reports.map((report, index) => place(report, 'content', [...path, 'reports', index])),
  ]
}

const place = (holder: object, member: string, path: Path): PlaceForContent => ({
  ...{ holder: holder as Record<string, unknown>, member, path: [...path, member], mustBeText: false },
})
