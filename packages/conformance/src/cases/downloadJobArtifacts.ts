import { type Check, check } from '../check.ts'
import { expectRefusal, expectSame, expectStatus, isRow, json, rowOf } from '../expectations.ts'
import { sendsArchive } from '../families/archive.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { noTriggerJob, oneJob } from '../families/one-job.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { refuses, succeeds } from '../families/twin.ts'
import { refusals } from '../refusals.ts'
import { archivedJob } from '../surroundings/archives.ts'
import { given } from '../surroundings/given.ts'
import { states } from '../surroundings/states.ts'

const id = 'downloadJobArtifacts'

export const downloadJobArtifacts: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...oneJob(id),
  ...noTriggerJob(id),
  ...forEverybody(id, ['access-artifacts', 'access-artifacts-levels']),
  ...forReporters(id, ['access-artifacts']),
  ...reading(id),
  ...sendsArchive(id),
  ...fitsContract(id, ['history-archive-by-id', 'artifacts-archive', 'history-artifact-operations-17']),
  check(
    `${id}.size`,
    'must',
    ['artifacts-archive', 'artifacts-file-members'],
    'The archive has as many bytes as the job says.',
    async (target) => {
      const job = await target.ask('getJob', { job_id: await archivedJob(target) })
      const file = rowOf(job)['artifacts_file']
      const answer = await succeeds(target, id)
      expectSame(answer, 'the number of bytes', answer.bytes.length, isRow(file) ? file['size'] : undefined)
    },
  ),
  check(
    `${id}.nothing`,
    'must',
    ['artifacts-archive-missing', 'artifacts-archive-documented', 'errors-resource-not-found'],
    'A job without an archive is refused with 404, and a large F.',
    async (target) => {
      const job_id = await given(target, states.noArchive)
      await refuses(target, id, { parameters: { job_id } }, 404, refusals.notFound)
    },
  ),
  check(
    `${id}.expired`,
    'must',
    'artifacts-archive-expired',
    'An archive that has expired is sent as long as it is there.',
    async (target) => expectStatus(await target.ask(id, { job_id: await given(target, states.expiredArchive) }), 200),
    { from: '11.x' },
  ),
  check(
    `${id}.for-maintainers`,
    'must',
    ['access-artifacts-levels', 'access-artifacts', 'artifacts-archive-checks'],
    'An archive for maintainers is refused to developers with 403.',
    async (target) => {
      const job_id = await given(target, states.maintainerArchive)
      expectRefusal(await target.ask(id, { job_id }, { as: 'developer' }), 403, refusals.forbidden)
      expectStatus(await target.ask(id, { job_id }), 200)
    },
  ),
  check(
    `${id}.for-nobody`,
    'must',
    'access-artifacts-levels',
    'An archive for nobody is refused to everybody with 403.',
    async (target) => {
      const job_id = await given(target, states.nobodyArchive)
      await refuses(target, id, { parameters: { job_id } }, 403, refusals.forbidden)
    },
  ),
  check(
    `${id}.job-token-of-another-project`,
    'must',
    'authentication-job-token-allow-list',
    'The token of a job is good for another project if that one has it on its list; otherwise 403, with both named.',
    async (target) => {
      expectStatus(await target.ask(id, { job_id: await archivedJob(target) }, { as: 'allowed-job' }), 200)
      const answer = await target.ask(id, { job_id: await archivedJob(target) }, { as: 'foreign-job' })
      expectStatus(answer, 403)
      const sentence = /^403 Forbidden - Authentication by CI\/CD job token not allowed from \S+ to project #\d+\.$/
      const refusal = json(answer)
      expectSame(answer, 'whether the message names both projects', isRow(refusal) && sentence.test(String(refusal['message'])), true)
    },
    { from: '17.x' },
  ),
]
