import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PostgresJobStore } from '../../../packages/server/src/storage/postgres/postgres-job-store.ts'
import { addJobs } from './add-jobs.ts'
import { type Cluster, startCluster } from './cluster.ts'

// Three servers with simulated runners share the work: each job runs once, also when one of them is killed in the middle of it.

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ servers: 3, flags: ['--runners', 'on', '--log-level', 'silent', '--proxy-download'] })
}, 60_000)
afterAll(() => cluster.stop())

const lines = Array.from({ length: 30 }, (_, index) => `line ${index} of the log`)
const artifacts = { keepFor: null, access: 'public', tableOfContents: true, files: { 'report.txt': 'done\n' }, reports: [] } as const
const plan = { duration: 3000, lines, outcome: 'success', artifacts } as const

/** What the database itself has seen: each change of a status. */
const witness = `
  create table witness (job_id bigint, status text);
  create function see() returns trigger language plpgsql as 'begin insert into witness values (new.id, new.status); return new; end';
  create trigger witness after update of status on jobs for each row when (old.status <> new.status) execute function see();`

const sql = (statement: string) => cluster.postgres.sql('jobs', statement)

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await isSo()); await pause(200)) if (Date.now() > end) throw new Error('it does not become so')
}

test('every job is started once, ends once, and says everything once', { timeout: 300_000 }, async () => {
  await sql(witness)
  const store = await PostgresJobStore.open(cluster.database)
  const ids = await addJobs(store, 12, { status: 'pending', queuedAt: Date.now(), plan }).finally(() => store.close())
  const count = async (status: string) => Number(await sql(`select count(*) from jobs where id = any('{${ids}}') and status = '${status}'`))

  // One after the other is killed while jobs run: whoever had the turn is among them.
  for (const index of [0, 1, 2]) {
    await until(async () => (await count('running')) > 0 || (await count('success')) === ids.length)
    await cluster.servers[index]?.kill()
    await cluster.replace(index)
  }
  await until(async () => (await count('success')) === ids.length)

  for (const status of ['running', 'success']) {
    const seen = await sql(
      `select job_id, count(*) from witness where job_id = any('{${ids}}') and status = '${status}' group by 1 order by 1`,
    )
    expect(seen.split('\n')).toEqual(ids.toSorted((one, other) => one - other).map((id) => `${id}|1`))
  }
  const files = await sql(
    `select job_id, string_agg(data::json ->> 'fileType', ' ' order by id) from artifacts where job_id = any('{${ids}}') group by 1`,
  )
  expect(new Set(files.split('\n').map((row) => row.replace(/^\d+\|/, '')))).toEqual(new Set(['archive metadata trace']))
  for (const id of ids) {
    const answer = await fetch(`${cluster.urls[id % 3]}/api/v4/projects/1/jobs/${id}/trace`, {
      headers: { 'PRIVATE-TOKEN': 'demo-mia-personal' },
    })
    const log = await answer.text()
    expect([id, log.match(/line \d+ of the log/g)]).toEqual([id, lines])
    expect([id, log.match(/Job succeeded/g)]).toEqual([id, ['Job succeeded']])
  }
})
