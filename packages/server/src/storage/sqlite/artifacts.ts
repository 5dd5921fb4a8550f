import type { JobReader, JobWriter, TreeQuery } from '../job-store.ts'
import type { ArchiveEntry, Artifact, Removal } from '../records.ts'
import type { Database } from './database.ts'

type Reader = Pick<JobReader, 'artifacts' | 'projectArtifacts' | 'entry' | 'entries' | 'countEntries' | 'expiredArtifacts' | 'removals'>
type Writer = Pick<JobWriter, 'addArtifact' | 'removeArtifacts' | 'expireArtifacts' | 'addRemoval' | 'forgetRemovals'>

export const artifactReader = (database: Database): Reader => ({
  artifacts: async (job) => database.records<Artifact>('select data from artifacts where job_id = $job order by id', { job }),
  projectArtifacts: async (project) =>
    database.records<Artifact>(
      'select a.data from jobs j join artifacts a on a.job_id = j.id where j.project_id = $project order by a.id',
      { project },
    ),
  expiredArtifacts: async (at, limit) =>
    database.records<Artifact>(
      `select data from artifacts where data ->> '$.expireAt' <= $at order by data ->> '$.expireAt', id limit $limit`,
      { at, limit },
    ),
  removals: async () => database.records<Removal>(`select json_set(data, '$.id', id) as data from removals order by id`),
  entry: async (artifact, path) =>
    database.record<ArchiveEntry>('select data from entries where artifact_id = $artifact and path = $path', { artifact, path }),
  entries: async (query, { limit, offset }) => {
    const { where, parameters } = below(query)
    const order = query.recursive ? 'path' : 'is_directory desc, path'
    const sql = `select data from entries where ${where} order by ${order} limit $limit offset $offset`
    return database.records<ArchiveEntry>(sql, { ...parameters, limit, offset })
  },
  countEntries: async (query, upTo) => {
    const { where, parameters } = below(query)
    return database.number(`select count(*) from (select 1 from entries where ${where} limit $upTo)`, { ...parameters, upTo })
  },
})

/** Everything below a directory is one stretch of the index: '0' is the character after '/'. */
function below({ artifactId, directory, recursive }: TreeQuery) {
  const parameters = { artifact: artifactId, directory }
  if (!recursive) return { where: 'artifact_id = $artifact and directory = $directory', parameters }
  if (directory === '') return { where: 'artifact_id = $artifact', parameters: { artifact: artifactId } }
  return {
    where: 'artifact_id = $artifact and path > $directory and path < $end',
    parameters: { ...parameters, end: `${directory.slice(0, -1)}0` },
  }
}

export const artifactWriter = (database: Database): Writer => ({
  addArtifact: async (artifact, entries) => {
    const id = database.run('insert into artifacts (job_id, data) values ($job, $data)', { job: artifact.jobId, data: '{}' })
    const added = { ...artifact, id }
    save(database, added)
    for (const entry of entries) {
      const insert =
        'insert into entries (artifact_id, path, directory, is_directory, data) values ($id, $path, $directory, $isDirectory, $data)'
      const { path } = entry
      database.run(insert, { id, path, directory: parentOf(path), isDirectory: Number(entry.isDirectory), data: JSON.stringify(entry) })
    }
    return added
  },
  removeArtifacts: async (ids) => {
    for (const id of ids) database.run('delete from artifacts where id = $id', { id })
  },
  expireArtifacts: async (ids, at) => {
    for (const id of ids) {
      const artifact = database.record<Artifact>('select data from artifacts where id = $id', { id })
      if (artifact !== undefined) save(database, { ...artifact, expireAt: at })
    }
  },
  addRemoval: async (removal) => {
    const id = database.run('insert into removals (data) values ($data)', { data: JSON.stringify(removal) })
    return { ...removal, id }
  },
  forgetRemovals: async (ids) => {
    for (const id of ids) database.run('delete from removals where id = $id', { id })
  },
})

function save(database: Database, artifact: Artifact): void {
  database.run('update artifacts set data = $data where id = $id', { id: artifact.id, data: JSON.stringify(artifact) })
}

/** `a/b/c` lies in `a/b/`, and so does the directory `a/b/c/`. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1)
}
