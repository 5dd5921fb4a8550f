import type { JobReader, JobWriter, TreeQuery } from '../job-store.ts'
import type { ArchiveEntry, Artifact, Removal } from '../records.ts'
import { holdJob } from './hold.ts'
import { drawNumber } from './numbers.ts'
import type { Session, Value } from './session.ts'

type Reader = Pick<JobReader, 'artifacts' | 'projectArtifacts' | 'entry' | 'entries' | 'countEntries' | 'expiredArtifacts' | 'removals'>
type Writer = Pick<JobWriter, 'addArtifact' | 'removeArtifacts' | 'expireArtifacts' | 'addRemoval' | 'forgetRemovals'>

/** So many entries are added by one statement: large enough to be quick, small enough for memory. */
const batch = 5000

/**
 * The jobs of the project, and the artifacts of each. Planned for all values alike, PostgreSQL would rather join all jobs with all artifacts
 * there are: a limit, which it does not know either, makes it think of few, and `offset 0` leaves it no choice.
 */
export const artifactsOfProject = `
  select a.data from (select id from jobs where project_id = $1 order by kind, id limit $2::bigint) as j
    cross join lateral (select id, data from artifacts where job_id = j.id offset 0) as a order by a.id`

export const artifactReader = (session: Session): Reader => ({
  artifacts: async (job) => {
    const ofJob = () => session.records<Artifact>('select data from artifacts where job_id = $1 order by id', [job])
    return holdJob(session, job, ofJob)
  },
  projectArtifacts: (project) => session.records<Artifact>(artifactsOfProject, [project, Number.MAX_SAFE_INTEGER]),
  expiredArtifacts: (at, limit) =>
    session.records<Artifact>('select data from artifacts where expire_at <= $1 order by expire_at, id limit $2', [at, limit]),
  removals: () => session.records<Removal>('select data from removals order by id'),
  entry: (artifact, path) =>
    session.record<ArchiveEntry>('select data from entries where artifact_id = $1 and path = $2', [artifact, path]),
  entries: (query, { limit, offset }) => {
    const { where, values } = below(query)
    const order = query.recursive ? 'path' : 'is_directory desc, path'
    const page = `limit $${values.length + 1} offset $${values.length + 2}`
    return session.records<ArchiveEntry>(`select data from entries where ${where} order by ${order} ${page}`, [...values, limit, offset])
  },
  countEntries: (query, upTo) => {
    const { where, values } = below(query)
    const sql = `select count(*) from (select from entries where ${where} limit $${values.length + 1}) as counted`
    return session.number(sql, [...values, upTo])
  },
})

/** Everything below a directory is one stretch of the index: '0' is the character after '/'. */
function below({ artifactId, directory, recursive }: TreeQuery): { where: string; values: Value[] } {
  if (!recursive) return { where: 'artifact_id = $1 and directory = $2', values: [artifactId, directory] }
  if (directory === '') return { where: 'artifact_id = $1', values: [artifactId] }
  return { where: 'artifact_id = $1 and path > $2 and path < $3', values: [artifactId, directory, `${directory.slice(0, -1)}0`] }
}

export const artifactWriter = (session: Session): Writer => ({
  addArtifact: async (artifact, entries) => {
    const added = { ...artifact, id: await drawNumber(session, 'artifact_numbers') }
    const { id, jobId, expireAt } = added
    const insert = 'insert into artifacts (id, job_id, expire_at, data) values ($1, $2, $3, $4)'
    await session.run(insert, [id, jobId, expireAt, JSON.stringify(added)])
    await addEntries(session, id, entries)
    return added
  },
  removeArtifacts: async (ids) => void (await session.run('delete from artifacts where id = any($1)', [ids])),
  expireArtifacts: async (ids, at) => {
    for (const artifact of await session.records<Artifact>('select data from artifacts where id = any($1) order by id', [ids]))
      await session.run('update artifacts set expire_at = $2, data = $3 where id = $1', [
        artifact.id,
        at,
        JSON.stringify({ ...artifact, expireAt: at }),
      ])
  },
  addRemoval: async (removal) => {
    const added = { ...removal, id: await drawNumber(session, 'removal_numbers') }
    await session.run('insert into removals (id, data) values ($1, $2)', [added.id, JSON.stringify(added)])
    return added
  },
  forgetRemovals: async (ids) => void (await session.run('delete from removals where id = any($1)', [ids])),
})

async function addEntries(session: Session, artifact: number, entries: readonly ArchiveEntry[]): Promise<void> {
  const insert = `insert into entries (artifact_id, path, directory, is_directory, data)
    select $1, path, directory, is_directory, data from unnest($2::text[], $3::text[], $4::boolean[], $5::text[]) as e (path, directory, is_directory, data)`
  // No text of PostgreSQL can hold this character, and a path with it is refused before anybody looks for it.
  const able = entries.filter(({ path }) => !path.includes('\0'))
  for (let start = 0; start < able.length; start += batch) {
    const part = able.slice(start, start + batch)
    const columns = [part.map(({ path }) => path), part.map(({ path }) => parentOf(path)), part.map(({ isDirectory }) => isDirectory)]
    await session.run(insert, [artifact, ...columns, part.map((entry) => JSON.stringify(entry))])
  }
}

/** `a/b/c` lies in `a/b/`, and so does the directory `a/b/c/`. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)
}
