import { expect, test } from 'vitest'
import { artifact, entry } from '../storage/sample-records.suite.ts'
import { archiveOf, artifactView, treeEntryView } from './artifact.ts'

test.each([
  ['a.txt', { name: 'a.txt', path: 'a.txt', type: 'file', size: 3, mode: null }],
  ['dist/a.txt', { name: 'a.txt', path: 'dist/a.txt', type: 'file', size: 3, mode: null }],
  ['dist/', { name: 'dist', path: 'dist/', type: 'directory', mode: null }],
  ['dist/icons/', { name: 'icons', path: 'dist/icons/', type: 'directory', mode: null }],
])('entry %s: %o', (path, wanted) => {
  expect(treeEntryView(entry(path))).toEqual(wanted)
})

test('an artifact shows no digest, no key and no access', () => {
  expect(artifactView({ ...artifact(8, 'junit'), id: 1, key: '0/8/junit.xml.gz', sha256: 'abc', access: 'none' })).toEqual({
    ...{ file_type: 'junit', size: 1, filename: 'x', file_format: null },
  })
})

test('the archive is the artifact of that type', () => {
  const rows = ['trace', 'metadata', 'archive'].map((type, index) => ({ ...artifact(8, type), id: index }))
  expect([archiveOf(rows)?.id, archiveOf(rows.slice(0, 2))]).toEqual([2, undefined])
})
