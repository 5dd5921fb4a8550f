import { randomBytes } from 'node:crypto'
import { roles } from '../../access/roles.ts'
import { tokenHash } from '../../access/tokens.ts'
import type { Stores } from '../load-world.ts'
import type { Ledger } from './ledger.ts'
import { userOf } from './records-of-source.ts'
import type { ShownUser } from './shown.ts'
import { keep } from './work.ts'
import { Places } from './write-places.ts'

export interface Owner {
  readonly username: string
  /** Made now, and never to be seen again. */
  readonly token: string | undefined
}

/** Where the source does not say whose token it is. Its number is the last of those that belong to this source. */
const somebody: ShownUser = { id: 999_999_999_999, username: 'importer', name: 'Importer' }

/** Makes whoever imports the owner of the copy, and gives them a token: the first time, and later if `again`. */
export async function letIn(
  { stores, ledger, projectId }: { stores: Stores; ledger: Ledger; projectId: number },
  user: ShownUser | undefined,
  again: boolean,
): Promise<Owner> {
  const shown = user ?? somebody
  const about = ledger.about('owner')
  const token = `imported-${randomBytes(18).toString('base64url')}`
  return keep(stores, async (writer) => {
    const userId = await new Places(writer, ledger).user(userOf(shown))
    if ((await writer.accessLevel(projectId, userId)) === 0) await writer.addMember(projectId, userId, roles.owner)
    if (!again && (await writer.note(about)) === String(userId)) return { username: shown.username, token: undefined }
    await writer.addToken(tokenHash(token), { kind: 'personal', userId, jobId: null, scopes: ['api'], expiresAt: null, revoked: false })
    await writer.saveNote(about, String(userId))
    return { username: shown.username, token }
  })
}
