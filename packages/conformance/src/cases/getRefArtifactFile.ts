import { type Check, check } from '../check.ts'
import { expectSame, expectStatus } from '../expectations.ts'
import { byRef } from '../families/by-ref.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { archiveOfRef, filesOf } from '../surroundings/archives.ts'

const id = 'getRefArtifactFile'

export const getRefArtifactFile: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...forEverybody(id, ['access-artifacts']),
  ...forReporters(id, ['access-artifacts']),
  ...byRef(id),
  ...reading(id),
  ...fitsContract(id, ['history-single-file-by-ref', 'artifacts-file-by-ref']),
  check(
    `${id}.bytes`,
    'must',
    ['artifacts-file-by-ref', 'artifacts-file-by-ref-documented', 'requests-artifact-path'],
    'Each file of the archive is sent by itself, byte for byte, in whatever directory it is.',
    async (target) => {
      const { ref_name, job, job_id } = await archiveOfRef(target)
      for (const [artifact_path, bytes] of [...(await filesOf(target, job_id))].slice(0, 5)) {
        const answer = await target.ask(id, { ref_name, job, artifact_path })
        expectStatus(answer, 200)
        expectSame(answer, `the number of bytes of ${artifact_path}`, answer.bytes.length, bytes.length)
        expectSame(answer, `whether ${artifact_path} is as in the archive`, Buffer.compare(answer.bytes, bytes), 0)
      }
    },
  ),
  check(
    `${id}.missing-file`,
    'must',
    'artifacts-file-by-ref-documented',
    'A path that the archive does not hold is refused with 404.',
    (target) => refuses(target, id, { parameters: { artifact_path: 'no/such/file.txt' } }, 404),
  ),
  check(`${id}.last-raw`, 'must', 'artifacts-file-greedy-ref', 'The last /raw/ divides the ref from the path.', (target) =>
    refuses(target, id, { parameters: { artifact_path: 'raw/report.txt' } }, 404, refusals.recordNotFound),
  ),
]
