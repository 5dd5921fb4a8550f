/** Version 1, the first step of the migrations. Columns are what is searched by; everything else of a record is in `data`, as JSON. */
export const schema = `
create table if not exists users (id integer primary key, data text not null) strict;
create table if not exists runners (id integer primary key, data text not null) strict;
create table if not exists projects (id integer primary key, path text not null unique collate nocase, data text not null) strict;
create table if not exists former_paths (path text primary key collate nocase, project_id integer not null references projects) strict, without rowid;
create table if not exists members (project_id integer not null, user_id integer not null, level integer not null, primary key (project_id, user_id)) strict, without rowid;
create table if not exists tokens (hash text primary key, data text not null) strict, without rowid;
create table if not exists pipelines (id integer primary key, project_id integer not null references projects, ref text not null, status text not null, data text not null) strict;
create index if not exists pipelines_by_ref on pipelines (project_id, ref, status, id);
create table if not exists jobs (
  id integer primary key autoincrement, project_id integer not null references projects, pipeline_id integer not null references pipelines,
  kind text not null, status text not null, retried integer not null, data text not null) strict;
create index if not exists jobs_of_project on jobs (project_id, kind, id);
create index if not exists jobs_by_status on jobs (project_id, kind, status, id);
create index if not exists jobs_in_status on jobs (status, id);
create index if not exists jobs_in_hand on jobs (id) where data ->> '$.inHand' is not null;
create index if not exists jobs_of_pipeline on jobs (pipeline_id, kind, retried, id);
create table if not exists artifacts (id integer primary key autoincrement, job_id integer not null references jobs, data text not null) strict;
create index if not exists artifacts_of_job on artifacts (job_id, id);
create index if not exists artifacts_by_expiry on artifacts (data ->> '$.expireAt', id);
create table if not exists entries (
  artifact_id integer not null references artifacts on delete cascade, path text not null, directory text not null,
  is_directory integer not null, data text not null, primary key (artifact_id, path)) strict, without rowid;
create table if not exists removals (id integer primary key autoincrement, data text not null) strict;
create index if not exists entries_by_directory on entries (artifact_id, directory, is_directory desc, path);
`
