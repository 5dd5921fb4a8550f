import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobStore } from './job-store.ts'

/** What every `JobStore` promises to whoever removes bytes. `open` gives an empty one. */
export function removalPromises(name: string, open: () => Promise<JobStore>): void {
  describe(`${name}: removals`, () => {
    let store: JobStore
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const removals = () => store.read((reader) => reader.removals())
    const one = { keys: ['0/8/archive.zip', '0/8/metadata.gz'], logs: [] }
    const other = { keys: [], logs: [8] }

    test('are there as they were noted, in that order, until they are forgotten', async () => {
      expect(await removals()).toEqual([])
      const noted = await store.write(async (writer) => [await writer.addRemoval(one), await writer.addRemoval(other)])
      expect(noted).toMatchObject([one, other])
      expect(await removals()).toEqual(noted)
      await store.write((writer) => writer.forgetRemovals(noted.slice(0, 1).map(({ id }) => id)))
      expect(await removals()).toEqual(noted.slice(1))
      await store.write((writer) => writer.forgetRemovals(noted.map(({ id }) => id)))
      expect(await removals()).toEqual([])
    })

    test('are not noted by a change that is undone', async () => {
      const undone = store.write(async (writer) => {
        await writer.addRemoval(one)
        throw new Error('no')
      })
      await expect(undone).rejects.toThrow('no')
      expect(await removals()).toEqual([])
    })
  })
}
