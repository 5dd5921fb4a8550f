import { readFile, realpath } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import type { WorldInFiles, WorldJob } from './world.ts'
import type { Path, Problem, WorldFile } from './world-file.ts'

/**
 * Puts the contents of files into a world wherever it names one: `log: { file: logs/build.log }`. Only what lies below the
 * world's own folder is read: a world file that came from elsewhere must not publish what else is on the disk.
 */
export async function bringFiles(file: WorldFile, world: WorldInFiles, folder: string): Promise<Problem[]> {
  const problems: Problem[] = []
  const bring = async (named: unknown, path: Path): Promise<Buffer | undefined> => {
    const name = nameOf(named)
    if (name === undefined) return undefined
    try {
      return await readBelow(folder, name)
    } catch (error) {
      problems.push(file.problem([...path, 'file'], reasonOf(error, name)))
      return Buffer.alloc(0)
    }
  }
  for (const { job, path } of placedJobs(world)) {
    const log = await bring(job.log, [...path, 'log'])
    if (log !== undefined) Object.assign(job, { log: log.toString() })
    const files: Record<string, unknown> = { ...job.artifacts?.files }
    for (const [name, content] of Object.entries(files)) {
      const bytes = await bring(content, [...path, 'artifacts', 'files', name])
      if (bytes !== undefined && job.artifacts?.files !== undefined) Object.assign(job.artifacts.files, { [name]: bytes })
    }
  }
  return problems
}

function nameOf(named: unknown): string | undefined {
  return typeof named === 'object' && named !== null && 'file' in named ? String(named.file) : undefined
}

function placedJobs({ projects = [], additions = [] }: WorldInFiles): { job: WorldJob; path: Path }[] {
  const owners = [
    ...projects.map(({ pipelines }, index) => ({ pipelines, path: ['projects', index] as Path })),
    ...additions.map(({ pipelines }, index) => ({ pipelines, path: ['additions', index] as Path })),
  ]
  return owners.flatMap(({ pipelines, path }) =>
    pipelines.flatMap(({ jobs }, pipeline) => jobs.map((job, index) => ({ job, path: [...path, 'pipelines', pipeline, 'jobs', index] }))),
  )
}

class OutsideError extends Error {}

async function readBelow(folder: string, name: string): Promise<Buffer> {
  const below = await realpath(folder)
  const path = resolve(below, name)
  // Asked twice: before the disk is touched, and after links have been followed.
  if (!isBelow(below, path) || !isBelow(below, await realpath(path))) throw new OutsideError()
  return readFile(path)
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path
}

function reasonOf(error: unknown, name: string): string {
  if (error instanceof OutsideError) return `${name} lies outside the folder of the world; only files below it can be taken`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `there is no file ${name} beside the world`
  return `${name} cannot be read: ${code ?? String(error)}`
}
