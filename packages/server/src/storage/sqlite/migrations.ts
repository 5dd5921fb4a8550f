import type { DatabaseSync } from 'node:sqlite'
import { schema } from './schema.ts'

/** Records from before the simulated runners get what those look at. */
const simulatedRunners = `
update runners set data = json_insert(data, '$.tags', json('[]'), '$.runUntagged', json('true'), '$.limit', 4);
update jobs set data = json_insert(data, '$.resourceGroup', null, '$.plan', null, '$.inHand', null);
`

/** Protected environments from before they could name people. */
const protectedForUsers = `
update projects set data = json_set(data, '$.protectedEnvironments', (
  select json_group_array(json_insert(value, '$.users', json('[]'))) from json_each(data, '$.protectedEnvironments')));
`

/** Where an import remembers what it has copied. */
const notes = 'create table notes (about text primary key, data text not null) strict, without rowid;'

/**
 * What leads from each version of the schema to the next; the first makes an empty file version 1. What has been released
 * here is never changed again, since files made by it are out there: every later change of the schema is one more step.
 */
export const steps: readonly string[] = [schema, simulatedRunners, protectedForUsers, notes]

/**
 * Brings a database to the newest version, all or nothing. A new file goes the same way as the oldest one, so no step is
 * left untried. Throws, and changes nothing, if the file is of a version that only a newer server knows.
 */
export function migrate(database: DatabaseSync, ways: readonly string[] = steps): void {
  if (versionOf(database, ways) === ways.length) return
  // SQLite's own advice for rebuilding tables: references are checked at the end, not meanwhile.
  database.exec('pragma foreign_keys = off; begin immediate')
  try {
    // Asked once more: another process may have been quicker.
    for (const step of ways.slice(versionOf(database, ways))) database.exec(step)
    if (database.prepare('pragma foreign_key_check').get() !== undefined) throw new Error('its rows refer to rows that are not there')
    database.exec(`pragma user_version = ${ways.length}; commit`)
  } catch (accident) {
    database.exec('rollback')
    throw accident
  } finally {
    database.exec('pragma foreign_keys = on')
  }
}

/** Throws if the file is of a version that only a newer server knows. */
export const assertKnown = (database: DatabaseSync): void => void versionOf(database, steps)

/** The version of a file; 0 for a new one. */
function versionOf(database: DatabaseSync, { length: newest }: readonly string[]): number {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version <= newest) return version
  throw new Error(
    `its database has version ${version} of the schema, written by a newer server than this one, which knows versions up to ${newest}`,
  )
}
