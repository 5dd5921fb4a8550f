import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus } from '../expectations.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { archivedJob, filesOf } from '../surroundings/archives.ts'
import { given } from '../surroundings/given.ts'
import { states } from '../surroundings/states.ts'

const id = 'getJobArtifactFile'

export const getJobArtifactFile: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...forEverybody(id, ['access-artifacts']),
  ...forReporters(id, ['access-artifacts']),
  ...reading(id),
  ...fitsContract(id, ['history-single-file-by-id', 'artifacts-file']),
  check(
    `${id}.bytes`,
    'must',
    ['artifacts-file', 'artifacts-file-documented', 'requests-artifact-path', 'artifacts-file-extension'],
    'Each file of the archive is sent by itself, byte for byte, in whatever directory it is.',
    async (target) => {
      const job_id = await archivedJob(target)
      const files = [...(await filesOf(target, job_id))].filter(([path]) => path !== 'tree')
      for (const [artifact_path, bytes] of files.slice(0, 5)) {
        const answer = await target.ask(id, { job_id, artifact_path })
        expectStatus(answer, 200)
        expectSame(answer, `the number of bytes of ${artifact_path}`, answer.bytes.length, bytes.length)
        expectSame(answer, `whether ${artifact_path} is as in the archive`, Buffer.compare(answer.bytes, bytes), 0)
      }
    },
  ),
  check(`${id}.missing-file`, 'must', 'artifacts-file-documented', 'A path that the archive does not hold is refused with 404.', (target) =>
    refuses(target, id, { parameters: { artifact_path: 'no/such/file.txt' } }, 404),
  ),
  check(
    `${id}.nothing`,
    'must',
    ['artifacts-file-available', 'errors-resource-not-found', 'artifacts-file-documented'],
    'A job without an archive has no file: 404, and a large F.',
    async (target) => {
      const job_id = await given(target, states.noArchive)
      await refuses(target, id, { parameters: { job_id } }, 404, refusals.notFound)
    },
  ),
  check(
    `${id}.expired`,
    'must',
    'artifacts-file-available',
    'Of an archive that has expired no file is sent: 404, although the archive itself is.',
    async (target) => {
      const job_id = await given(target, states.expiredArchive)
      await refuses(target, id, { parameters: { job_id } }, 404, refusals.notFound)
    },
    { from: '11.x' },
  ),
  check(
    `${id}.for-maintainers`,
    'must',
    ['access-artifacts-levels', 'access-artifacts'],
    'A file of an archive for maintainers is refused to developers with 403.',
    async (target) => {
      const job_id = await given(target, states.maintainerArchive)
      const [artifact_path = ''] = [...(await filesOf(target, job_id)).keys()]
      expectRefusal(await target.ask(id, { job_id, artifact_path }, { as: 'developer' }), 403, refusals.forbidden)
      expectStatus(await target.ask(id, { job_id, artifact_path }), 200)
    },
  ),
]
