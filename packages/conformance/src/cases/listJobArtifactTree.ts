import { expectHeader, expectStatus, expectThat, rowsOf } from '../answer.ts'
import { findArchived, findUnarchived } from '../archives.ts'
import type { Case } from '../case.ts'

export const listJobArtifactTree: readonly Case<'listJobArtifactTree'>[] = [
  {
    id: 'listJobArtifactTree.directories-first',
    level: 'must',
    source: 'artifacts-tree',
    sentence: 'The root of an archive is listed with its directories first, then its files.',
    async run(target) {
      const { id } = await findArchived(target)
      const answer = await target.request(`${target.project}/jobs/${id}/artifacts/tree?per_page=100`)
      expectStatus(answer, 200)
      const types = rowsOf(answer).map(({ type }) => String(type))
      expectThat(
        answer,
        types.every((type) => type === 'directory' || type === 'file'),
        `expected directories and files, got ${types}`,
      )
      expectThat(answer, !types.join(' ').includes('file directory'), `expected directories first, got ${types}`)
      expectHeader(answer, 'X-Total', /^\d+$/)
    },
  },
  {
    id: 'listJobArtifactTree.nothing',
    level: 'must',
    source: 'artifacts-tree-missing',
    sentence: 'A job without an archive has no tree: 404.',
    async run(target) {
      const { id } = await findUnarchived(target)
      expectStatus(await target.request(`${target.project}/jobs/${id}/artifacts/tree`), 404)
    },
  },
]
