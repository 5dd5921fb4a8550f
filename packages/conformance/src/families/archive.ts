import type { OperationId } from '@jobs-api/contract'
import { type Check, check } from '../check.ts'
import { expectHeader, expectSame, expectStatus, expectThat } from '../expectations.ts'
import { filesIn } from '../surroundings/archives.ts'
import { exemplar } from '../surroundings/exemplars.ts'
import { isStored, succeeds } from './twin.ts'

/** What holds of an archive, however it is asked for. */
export const sendsArchive = (id: OperationId): Check[] => [
  check(
    `${id}.zip`,
    'must',
    [
      'artifacts-archive',
      'artifacts-redirect',
      'artifacts-follow-redirects',
      id === 'downloadJobArtifacts' ? 'artifacts-archive-documented' : 'artifacts-by-ref-documented',
    ],
    'The archive is a ZIP file with something in it.',
    async (target) => {
      const answer = await succeeds(target, id)
      const files = await Promise.resolve()
        .then(() => filesIn(answer.bytes))
        .catch(() => undefined)
      expectThat(answer, files !== undefined, 'expected a ZIP archive that can be unpacked')
      expectThat(answer, files !== undefined && files.size > 0, 'expected a file in the archive')
    },
  ),
  check(
    `${id}.disposition`,
    'must',
    ['artifacts-archive', 'artifacts-archive-disposition'],
    'The archive is sent as an attachment under its name, as plain bytes.',
    async (target) => {
      const answer = await succeeds(target, id)
      // A store of files, to which one was redirected, has ways of its own.
      if (isStored(answer)) return
      expectHeader(answer, 'Content-Type', /^application\/octet-stream\b/i)
      expectHeader(answer, 'Content-Disposition', /^attachment; *filename="[^"]+\.zip"; *filename\*=UTF-8''.+\.zip/i)
      expectHeader(answer, 'Content-Transfer-Encoding', /^binary$/i)
    },
  ),
  check(
    `${id}.strong-etag`,
    'should',
    ['artifacts-etag', 'history-strong-etag'],
    'The ETag of an archive is strong, so that a download can be gone on with.',
    async (target) => {
      const answer = await succeeds(target, id)
      if (!isStored(answer)) expectHeader(answer, 'ETag', /^".+"$/)
    },
    { from: 'current' },
  ),
  check(
    `${id}.range`,
    'may',
    ['artifacts-range', 'artifacts-archive'],
    'Range may be ignored; if it is not, the right bytes come with 206.',
    async (target) => {
      const { parameters, how } = await exemplar(target, id)
      const whole = await succeeds(target, id)
      const part = await target.ask(id, parameters, { ...how, headers: { Range: 'bytes=2-5' } })
      expectStatus(part, 200, 206)
      expectSame(part, 'the bytes', [...part.bytes], [...(part.status === 206 ? whole.bytes.slice(2, 6) : whole.bytes)])
    },
    { from: 'current' },
  ),
]
