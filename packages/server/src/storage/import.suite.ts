import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobStore } from './job-store.ts'
import { ada, addPlaces, project } from './sample-records.suite.ts'

/** What every `JobStore` promises to an import, which comes back to what it wrote. `open` gives an empty one. */
export function importPromises(name: string, open: () => Promise<JobStore>): void {
  describe(`${name}: imports`, () => {
    let store: JobStore
    beforeEach(async () => {
      store = await open()
      await store.write(addPlaces)
    })
    afterEach(() => store.close())

    const note = (about: string) => store.read((reader) => reader.note(about))

    test('a note is there as it was written last, and none about anything else', async () => {
      await store.write((writer) => writer.saveNote('job 1', 'first'))
      await store.write((writer) => writer.saveNote('job 1', 'ü\u0000"'))
      expect([await note('job 1'), await note('job'), await note('JOB 1')]).toEqual(['ü\u0000"', undefined, undefined])
    })

    test('a note is undone with the change that it belongs to', async () => {
      const undone = store.write(async (writer) => {
        await writer.saveNote('job 1', 'first')
        expect(await writer.note('job 1')).toBe('first')
        throw new Error('no')
      })
      await expect(undone).rejects.toThrow('no')
      expect(await note('job 1')).toBeUndefined()
    })

    test('people and projects are found as they were saved last', async () => {
      await store.write(async (writer) => {
        await writer.saveUser({ ...ada, name: 'Ada L.' })
        await writer.saveProject({ ...project, path: 'team/renamed', description: 'new' })
      })
      const [user, byNewPath, byOldPath] = await store.read((reader) =>
        Promise.all([reader.user(1), reader.projectByPath('TEAM/renamed'), reader.projectByPath('team/app')]),
      )
      expect([user?.name, byNewPath?.description, byOldPath]).toEqual(['Ada L.', 'new', undefined])
    })

    test('the number of a pipeline is taken, whatever project has it', async () => {
      const taken = await store.read((reader) => Promise.all([11, 21, 999].map((id) => reader.hasPipeline(id))))
      expect(taken).toEqual([true, true, false])
    })
  })
}
