import { alone, answering, both, instead, jsonAnswer, rowOf, to, withJson, withoutParameter, withUrl } from '../changes.ts'
import { refusedAs } from '../downloads.ts'
import { rowsOf } from '../lists.ts'
import { fault, type Sketch } from '../mutant.ts'

const tree = 'listJobArtifactTree'
const message = (from: string, other: string) =>
  answering(
    (asked, { body }) => asked.operation === tree && body.toString().includes(from),
    withJson(() => ({ message: other })),
  )

export const listJobArtifactTree: readonly Sketch[] = [
  fault(
    'behaviour',
    'files first',
    'listJobArtifactTree.directories-first',
    rowsOf(tree, (rows) => rows.toSorted((one, other) => String(rowOf(other)['type']).localeCompare(String(rowOf(one)['type'])))),
  ),
  fault(
    'behaviour',
    'everything at once',
    'listJobArtifactTree.one-level',
    instead(
      to(tree),
      withUrl((address) => `${address}${address.includes('?') ? '&' : '?'}recursive=true`),
    ),
  ),
  fault(
    'behaviour',
    'an entry too few',
    'listJobArtifactTree.one-level',
    rowsOf(tree, (rows) => rows.slice(1)),
  ),
  fault('behaviour', 'recursive is ignored', 'listJobArtifactTree.recursive', instead(to(tree), withoutParameter('recursive'))),
  fault(
    'bytes',
    'sizes of packed files',
    'listJobArtifactTree.recursive',
    rowsOf(tree, (rows) => rows.map((row) => (rowOf(row)['type'] === 'file' ? { ...rowOf(row), size: 7 } : row))),
  ),
  fault('behaviour', 'path is ignored', 'listJobArtifactTree.path', instead(to(tree), withoutParameter('path'))),
  fault(
    'refusal',
    'no slash at the end of path',
    'listJobArtifactTree.path',
    alone(
      both(to(tree), ({ url }) => url.searchParams.get('path')?.endsWith('/') === true),
      () => jsonAnswer(404, { message: '404 Path Not Found' }),
    ),
  ),
  fault(
    'refusal',
    'a missing directory is empty',
    'listJobArtifactTree.missing-path',
    answering(
      (asked, { body }) => asked.operation === tree && body.toString().includes('Path'),
      () => jsonAnswer(200, []),
    ),
  ),
  fault('refusal', 'no archive is an empty tree', 'listJobArtifactTree.nothing', refusedAs(tree, 404, [])),
  fault('refusal', 'no archive in other words', 'listJobArtifactTree.nothing', message('Artifacts Not', '404 Not Found')),
  fault('behaviour', 'expired archives have a tree', 'listJobArtifactTree.expired', refusedAs(tree, 404, [])),
  fault(
    'refusal',
    'no table of contents in other words',
    'listJobArtifactTree.no-metadata',
    message('metadata', '404 Artifacts Not Found'),
  ),
]
