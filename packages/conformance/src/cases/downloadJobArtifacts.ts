import { expectHeader, expectRefusal, expectStatus, expectThat } from '../answer.ts'
import { findArchived, findUnarchived } from '../archives.ts'
import type { Case } from '../case.ts'

export const downloadJobArtifacts: readonly Case<'downloadJobArtifacts'>[] = [
  {
    id: 'downloadJobArtifacts.archive',
    level: 'must',
    source: 'artifacts-archive',
    sentence: 'The archive is a zip file, sent as an attachment or by a redirect to where it is stored.',
    async run(target) {
      const { id } = await findArchived(target)
      const answer = await target.request(`${target.project}/jobs/${id}/artifacts`)
      expectStatus(answer, 200, 302)
      if (answer.status === 302) return expectHeader(answer, 'Location', /./)
      expectHeader(answer, 'Content-Type', /^application\/octet-stream/)
      expectHeader(answer, 'Content-Disposition', /^attachment\b.*filename=/)
      expectThat(answer, answer.text.startsWith('PK'), 'expected the bytes of a zip file')
    },
  },
  {
    id: 'downloadJobArtifacts.nothing',
    level: 'must',
    source: 'artifacts-archive-missing',
    sentence: 'A job without an archive is refused with 404 and a large F.',
    async run(target) {
      const { id } = await findUnarchived(target)
      expectRefusal(await target.request(`${target.project}/jobs/${id}/artifacts`), 404, { message: '404 Not Found' })
    },
  },
]
