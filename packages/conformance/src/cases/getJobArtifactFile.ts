import { expectRefusal, expectStatus, expectThat, rowsOf } from '../answer.ts'
import { findArchived, findUnarchived } from '../archives.ts'
import type { Case } from '../case.ts'
import { Untestable } from '../verdicts.ts'

export const getJobArtifactFile: readonly Case<'getJobArtifactFile'>[] = [
  {
    id: 'getJobArtifactFile.file',
    level: 'must',
    source: 'artifacts-file',
    sentence: 'A file of the archive is sent by itself, in the size that the tree gives.',
    async run(target) {
      const { id } = await findArchived(target)
      const artifacts = `${target.project}/jobs/${id}/artifacts`
      const tree = await target.request(`${artifacts}/tree?recursive=true&per_page=100`)
      expectStatus(tree, 200)
      const file = rowsOf(tree).find(({ type, path }) => type === 'file' && typeof path === 'string' && path !== 'tree')
      if (file === undefined) throw new Untestable(`needs a file in the archive of job ${id}`)
      const path = String(file['path']).split('/').map(encodeURIComponent).join('/')
      const answer = await target.request(`${artifacts}/${path}`)
      expectStatus(answer, 200)
      const size = answer.bytes.length
      expectThat(answer, size === file['size'], `expected ${file['size']} bytes, got ${size}`)
    },
  },
  {
    id: 'getJobArtifactFile.nothing',
    level: 'must',
    source: 'artifacts-file-available',
    sentence: 'A job without an archive has no file: 404 and a large F.',
    async run(target) {
      const { id } = await findUnarchived(target)
      expectRefusal(await target.request(`${target.project}/jobs/${id}/artifacts/report.txt`), 404, { message: '404 Not Found' })
    },
  },
]
