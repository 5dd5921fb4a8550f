/**
 * Version 1, the first step of the migrations. Columns are what is searched by; everything else of a record is in `data`, as JSON.
 * That is text, since the type `jsonb` has no place for the character U+0000. Texts are compared byte by byte, as in the embedded
 * store: the order must not depend on where the database was made. Numbers come from sequences of our own, because worlds bring theirs.
 */
export const schema = `
create table users (id bigint primary key, data text not null);
create table runners (id bigint primary key, data text not null);
create table projects (id bigint primary key, path text collate "C" not null, data text not null);
create unique index projects_by_path on projects (lower(path));
create table former_paths (path text collate "C" not null, project_id bigint not null references projects);
create unique index former_paths_by_path on former_paths (lower(path));
create table members (project_id bigint not null, user_id bigint not null, level integer not null, primary key (project_id, user_id));
create table tokens (hash text collate "C" primary key, data text not null);
create sequence pipeline_numbers;
create table pipelines (
  id bigint primary key, iid bigint not null, project_id bigint not null references projects, ref text collate "C" not null,
  status text collate "C" not null, data text not null, unique (project_id, iid));
create index pipelines_by_ref on pipelines (project_id, ref, id);
create index pipelines_by_status on pipelines (project_id, ref, status, id);
create sequence job_numbers;
create table jobs (
  id bigint primary key, project_id bigint not null references projects, pipeline_id bigint not null references pipelines,
  kind text collate "C" not null, status text collate "C" not null, ref text collate "C" not null, name text collate "C",
  retried boolean not null, in_hand boolean not null, data text not null);
create index jobs_of_project on jobs (project_id, kind, id);
create index jobs_by_status on jobs (project_id, kind, status, id);
create index jobs_by_ref on jobs (project_id, kind, ref, status, id);
create index jobs_of_pipeline on jobs (pipeline_id, kind, retried, id);
create index jobs_in_status on jobs (status, id);
create index jobs_in_hand on jobs (id) where in_hand;
create sequence artifact_numbers;
create table artifacts (id bigint primary key, job_id bigint not null references jobs, expire_at bigint, data text not null);
create index artifacts_of_job on artifacts (job_id, id);
create index artifacts_by_expiry on artifacts (expire_at, id) where expire_at is not null;
create table entries (
  artifact_id bigint not null references artifacts on delete cascade, path text collate "C" not null, directory text collate "C" not null,
  is_directory boolean not null, data text not null, primary key (artifact_id, path));
create index entries_by_directory on entries (artifact_id, directory, is_directory desc, path);
create sequence removal_numbers;
create table removals (id bigint primary key, data text not null);
create table notes (about text collate "C" primary key, data text not null);
create table logs (job_id bigint primary key, size bigint not null, changed_at double precision not null,
  settled bigint not null default 0, object text collate "C", next_object text collate "C");
create index logs_to_settle on logs (changed_at) where settled < size;
create table log_pieces (job_id bigint not null references logs on delete cascade, start bigint not null, bytes bytea not null, primary key (job_id, start));
alter table log_pieces alter column bytes set storage external;
`
