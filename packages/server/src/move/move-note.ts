import { SettingError } from '../settings.ts'
import type { JobStore } from '../storage/job-store.ts'

/** What a database notes about a move into it. Others have none. */
type State = 'begun' | 'ended' | 'in use'

const about = 'move'
const stateOf = (store: JobStore) => store.read((reader) => reader.note(about)) as Promise<State | undefined>
const note = (store: JobStore, state: State) => store.write((writer) => writer.saveNote(about, state))

/** A move may go into what is empty, or was moved there and has not been used since: what is newer than the source would be lost. */
export async function assertMayMove(store: JobStore): Promise<void> {
  const state = await stateOf(store)
  if (state === 'in use')
    throw new SettingError('A server has worked with this database since it was moved there; nothing can be moved into it any more.')
  if (state === undefined && !(await store.read((reader) => reader.isEmpty())))
    throw new SettingError('The database to move to is not empty. Name one that nobody has used yet.')
  await note(store, 'begun')
}

export const ended = (store: JobStore): Promise<void> => note(store, 'ended')

/** For a server that begins to work: half an installation is none, and from here on what is in the database is newer than its source. */
export async function assertMoved(store: JobStore): Promise<void> {
  const state = await stateOf(store)
  if (state === 'begun')
    throw new SettingError('Not everything has been moved into this database yet. Run the same move again; it goes on where it was.')
  if (state === 'ended') await note(store, 'in use')
}
