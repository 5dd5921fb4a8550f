import type { ClientBase } from 'pg'
import { schema } from './schema.ts'

/**
 * What leads from each version of the schema to the next; the first makes an empty database version 1. What has been released here
 * is never changed again, since databases made by it are out there: every later change of the schema is one more step.
 */
export const steps: readonly string[] = [schema]

/** Held while a database is brought up to date, so that of several servers that start at once only one does it. */
const lock = 0x6a6f6273

/** Brings a database to the newest version, all or nothing. Throws, and changes nothing, if only a newer server knows its version. */
export async function migrate(client: ClientBase, ways: readonly string[] = steps): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select pg_advisory_xact_lock(${lock})`)
    await client.query('create table if not exists schema_version (version integer not null)')
    const { rows } = await client.query<{ version: number }>('select version from schema_version')
    const version = rows[0]?.version ?? 0
    if (version > ways.length) throw new Error(tooNew(version, ways.length))
    for (const step of ways.slice(version)) await client.query(step)
    if (rows.length === 0) await client.query('insert into schema_version (version) values (0)')
    if (version < ways.length) await client.query(`update schema_version set version = ${ways.length}`)
    await client.query('commit')
  } catch (accident) {
    await client.query('rollback')
    throw accident
  }
}

const tooNew = (version: number, newest: number) =>
  `its database has version ${version} of the schema, written by a newer server than this one, which knows versions up to ${newest}`
