import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SettingError } from '../../settings.ts'

/**
 * Keeps a second import out of a data folder; two would write the same logs at once. The lock is one on a file, which the system
 * lets go of however the process ends. Returns how to let go of it. A server may work meanwhile.
 */
export async function onlyImport(folder: string): Promise<() => void> {
  const lock = new DatabaseSync(join(folder, 'import.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new SettingError(`Another import is writing into ${folder}. Wait for its end, or choose another folder with --data.`)
  }
  return () => lock.close()
}
