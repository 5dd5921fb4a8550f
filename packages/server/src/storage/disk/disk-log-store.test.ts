import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { logStorePromises } from '../log-store.suite.ts'
import { DiskLogStore } from './disk-log-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'jobs-api-logs-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let folders = 0
const freshFolder = async () => {
  const path = join(folder, String(++folders))
  await mkdir(path)
  return path
}

logStorePromises('logs on disk', async () => new DiskLogStore(await freshFolder()))

test('another store on the same folder goes on with the same log', async () => {
  const path = await freshFolder()
  await new DiskLogStore(path).append(8, Buffer.from('one '))
  const again = new DiskLogStore(path)
  await again.append(8, Buffer.from('two'))
  const log = await again.read(8)
  expect(log && (await buffer(log.open(0, log.size))).toString()).toBe('one two')
})
