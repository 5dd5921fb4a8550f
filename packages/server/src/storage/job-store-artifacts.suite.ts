import { beforeEach, describe, expect, test } from 'vitest'
import type { JobStore } from './job-store.ts'
import { addOneOfEach, addPlaces, artifact, entry, job } from './sample-records.suite.ts'

/** What every `JobStore` promises of artifacts and of the entries of archives. */
export function artifactRowPromises(opened: () => JobStore): void {
  let store: JobStore
  beforeEach(() => {
    store = opened()
  })

  describe('artifacts', () => {
    beforeEach(async () => {
      await store.write(addPlaces)
      await store.write(addOneOfEach)
    })

    test('are listed by job in the order in which they were added, and by project', async () => {
      await store.write(async (writer) => {
        await writer.addJob(job())
        await writer.addArtifact(artifact(2, 'trace'), [])
      })
      const found = await store.read((reader) =>
        Promise.all([
          reader.artifacts(1),
          reader.artifacts(2),
          reader.artifacts(3),
          reader.projectArtifacts(1),
          reader.projectArtifacts(2),
        ]),
      )
      expect(found.map((list) => list.map(({ id, fileType }) => `${id} ${fileType}`))).toEqual([
        ['1 archive', '2 junit'],
        ['3 trace'],
        [],
        ['1 archive', '2 junit', '3 trace'],
        [],
      ])
    })

    test('expire and are kept', async () => {
      const expiries = async () => (await store.read((reader) => reader.artifacts(1))).map(({ expireAt }) => expireAt)
      await store.write((writer) => writer.expireArtifacts([1, 77], 5))
      expect(await expiries()).toEqual([5, null])
      await store.write((writer) => writer.expireArtifacts([1, 2], null))
      expect(await expiries()).toEqual([null, null])
    })

    test('that are removed are gone, their entries with them, and their numbers are not given again', async () => {
      await store.write((writer) => writer.removeArtifacts([1, 2, 2, 77]))
      const added = await store.write((writer) => writer.addArtifact(artifact(1, 'archive'), []))
      const left = await store.read((reader) => Promise.all([reader.entry(1, 'a.txt'), reader.countEntries(tree(1), 100)]))
      expect([added.id, ...left]).toEqual([3, undefined, 0])
    })
  })

  describe('entries of an archive', () => {
    const paths = [
      'a/',
      'a/b',
      'a/b.txt',
      'a/b/',
      'a/b/c',
      'a/Z',
      'a-',
      'a.b',
      'a0',
      'a0/',
      'a0/x',
      'b',
      'ä/',
      'ä/ö',
      '%',
      '_',
      'a/%',
      'a/_',
    ]
    beforeEach(() =>
      store.write(async (writer) => {
        await addPlaces(writer)
        await writer.addJob(job())
        await writer.addArtifact(artifact(1, 'archive'), paths.map(entry))
        await writer.addArtifact(artifact(1, 'archive'), [entry('a/other')])
      }),
    )

    const listed = (directory: string, recursive: boolean, window = { limit: 100, offset: 0 }) =>
      store.read(async (reader) => (await reader.entries({ artifactId: 1, directory, recursive }, window)).map(({ path }) => path))

    test.each([
      ['', 'a/ a0/ ä/ % _ a- a.b a0 b'],
      ['a/', 'a/b/ a/% a/Z a/_ a/b a/b.txt'],
      ['a/b/', 'a/b/c'],
      ['a0/', 'a0/x'],
      ['ä/', 'ä/ö'],
      ['b/', ''],
      ['%/', ''],
    ])('directly in "%s": directories first, each by path: %s', async (directory, wanted) => {
      expect((await listed(directory, false)).join(' ')).toBe(wanted)
      expect(await store.read((reader) => reader.countEntries({ artifactId: 1, directory, recursive: false }, 100))).toBe(
        wanted.split(' ').filter(Boolean).length,
      )
    })

    test.each([
      ['', '% _ a- a.b a/ a/% a/Z a/_ a/b a/b.txt a/b/ a/b/c a0 a0/ a0/x b ä/ ä/ö'],
      ['a/', 'a/% a/Z a/_ a/b a/b.txt a/b/ a/b/c'],
      ['a/b/', 'a/b/c'],
      ['a0/', 'a0/x'],
      ['c/', ''],
    ])('everything below "%s", by path: %s', async (directory, wanted) => {
      expect((await listed(directory, true)).join(' ')).toBe(wanted)
      expect(await store.read((reader) => reader.countEntries({ artifactId: 1, directory, recursive: true }, 100))).toBe(
        wanted.split(' ').filter(Boolean).length,
      )
    })

    test('pages of entries meet without a gap', async () => {
      const pages = [0, 4, 8].map((offset) => listed('', false, { limit: 4, offset }))
      expect((await Promise.all(pages)).flat()).toEqual(await listed('', false))
    })

    test('entries are counted no further than told', async () => {
      expect(await store.read((reader) => reader.countEntries({ artifactId: 1, directory: '', recursive: true }, 5))).toBe(5)
    })

    test.each([
      ['a/b', false],
      ['a/b/', true],
      ['ä/ö', false],
      ['a', undefined],
      ['a/other', undefined],
      ['A/b', undefined],
      ['', undefined],
    ])('the entry "%s" is a directory: %s', async (path, wanted) => {
      expect((await store.read((reader) => reader.entry(1, path)))?.isDirectory).toBe(wanted)
    })
  })
}

const tree = (artifactId: number) => ({ artifactId, directory: '', recursive: true })
