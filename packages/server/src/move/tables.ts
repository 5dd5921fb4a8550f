type Type = 'bigint' | 'integer' | 'boolean' | 'text'
export type Cell = number | string | boolean | null
export type Row = readonly Cell[]

/** A table as it has to be in PostgreSQL, and how SQLite is asked for its rows. */
export interface Table {
  readonly name: string
  /** What its rows are told apart by and ordered by. */
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Type>>
  /** Gives the columns in their order, ordered by the key. */
  readonly source: string
  /** Whether rows of other tables speak of its rows, so that those cannot go and come back. */
  readonly isSpokenOf?: boolean
  /** Which rows are meant; left out: all. */
  readonly only?: string
}

const record = (name: string): Table => ({
  name,
  key: ['id'],
  columns: { id: 'bigint', data: 'text' },
  source: `select id, data from ${name} order by id`,
  isSpokenOf: true,
})

/**
 * All that has to be moved; those that others speak of come before them. Columns that only PostgreSQL has are taken out of the record. Noted removals
 * stay behind, since what should be removed is not moved.
 */
export const tables: readonly Table[] = [
  record('users'),
  record('runners'),
  {
    name: 'projects',
    key: ['id'],
    columns: { id: 'bigint', path: 'text', data: 'text' },
    source: 'select id, path, data from projects order by id',
    isSpokenOf: true,
  },
  {
    name: 'former_paths',
    key: ['path'],
    columns: { path: 'text', project_id: 'bigint' },
    source: 'select path, project_id from former_paths order by path collate binary',
  },
  {
    name: 'members',
    key: ['project_id', 'user_id'],
    columns: { project_id: 'bigint', user_id: 'bigint', level: 'integer' },
    source: 'select project_id, user_id, level from members order by project_id, user_id',
  },
  { name: 'tokens', key: ['hash'], columns: { hash: 'text', data: 'text' }, source: 'select hash, data from tokens order by hash' },
  {
    name: 'pipelines',
    key: ['id'],
    columns: { id: 'bigint', iid: 'bigint', project_id: 'bigint', ref: 'text', status: 'text', data: 'text' },
    source: `select id, data ->> '$.iid', project_id, ref, status, data from pipelines order by id`,
    isSpokenOf: true,
  },
  {
    name: 'jobs',
    key: ['id'],
    columns: {
      ...{ id: 'bigint', project_id: 'bigint', pipeline_id: 'bigint', kind: 'text', status: 'text', ref: 'text', name: 'text' },
      ...{ retried: 'boolean', in_hand: 'boolean', data: 'text' },
    },
    source: `select j.id, j.project_id, j.pipeline_id, j.kind, j.status, p.ref, j.data ->> '$.name', j.retried, j.data ->> '$.inHand' is not null, j.data
      from jobs j join pipelines p on p.id = j.pipeline_id order by j.id`,
    isSpokenOf: true,
  },
  {
    name: 'artifacts',
    key: ['id'],
    columns: { id: 'bigint', job_id: 'bigint', expire_at: 'bigint', data: 'text' },
    source: `select id, job_id, data ->> '$.expireAt', data from artifacts order by id`,
    isSpokenOf: true,
  },
  {
    name: 'entries',
    key: ['artifact_id', 'path'],
    columns: { artifact_id: 'bigint', path: 'text', directory: 'text', is_directory: 'boolean', data: 'text' },
    // No text of PostgreSQL can hold that character, and a path with it is refused before anybody looks for it.
    source: `select artifact_id, path, directory, is_directory, data from entries where instr(path, char(0)) = 0 order by artifact_id, path`,
  },
  {
    name: 'notes',
    key: ['about'],
    columns: { about: 'text', data: 'text' },
    source: 'select about, data from notes order by about',
    only: `about <> 'move'`,
  },
]

/** Numbers that have been given away are not given again, even where nothing has them any more. */
export const sequences = {
  pipeline_numbers: 'select coalesce(max(id), 0) from pipelines',
  job_numbers: `select coalesce(max(seq), 0) from sqlite_sequence where name = 'jobs'`,
  artifact_numbers: `select coalesce(max(seq), 0) from sqlite_sequence where name = 'artifacts'`,
} as const
